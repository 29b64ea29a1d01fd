import CLibEdit
import Foundation

/// Ctrl-C: a command that runs is asked to stop; the program never ends by it.
public enum Interrupt {
  /// From now on an interrupt only sets a flag, which ``isRaised`` reads; a closed pipe ends a listing, not the program.
  public static func catchSignals() {
    linli_catch_interrupts()
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether an interrupt came since the flag was last cleared.
  public static var isRaised: Bool { linli_is_interrupted() != 0 }

  /// Forgets an interrupt.
  public static func clear() { linli_clear_interrupt() }
}
