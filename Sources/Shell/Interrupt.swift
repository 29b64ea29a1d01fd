import CLibEdit
import CommandLanguage
import Foundation

/// The signals that ask a run to stop. Ctrl-C stops what runs, and the program goes on; SIGTERM and a terminal that was
/// closed (SIGHUP) end the program as soon as what runs has been taken back.
public enum Interrupt {
  /// From now on these signals only set a flag. A closed pipe ends a listing, not the program; and a file that may grow
  /// no further (SIGXFSZ) is a disk that is full.
  public static func catchSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP] { linli_catch_signal(number) }
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }

  /// Whether what runs is to stop.
  public static var isRaised: Bool { linli_stopping() != 0 }

  /// Waits until something can be read, or the end.
  ///
  /// - Throws: an ``Interruption`` when what runs is to stop.
  static func waitForInput(_ descriptor: Int32) throws {
    if linli_wait_for_input(descriptor, linli_stopping) == 0 { throw Interruption() }
  }

  /// How a run that was stopped has ended; nothing if nobody asked.
  static var outcome: Runner.Outcome? {
    switch linli_stopping() {
    case 0: nil
    case SIGTERM: .terminated
    case SIGHUP: .hungUp
    default: .interrupted
    }
  }

  /// Whether the program is to end.
  static var isEnding: Bool { linli_is_ending() != 0 }

  /// Forgets a Ctrl-C.
  public static func clear() { linli_clear_interrupt() }
}
