import Diagnostics
import Foundation

/// The program that holds an office for writing, as the system knows it.
///
/// SQLite locks a byte of the log's index for whoever writes. Linux lists such locks with the numbers of their processes
/// (proc_locks(5)). The index must not be opened to ask for its locks: closing it again would let this program's own go.
struct LockHolder {
  /// The byte that a writer locks (WAL_WRITE_LOCK in SQLite's wal.c, from UNIX_SHM_BASE in its os_unix.c).
  private static let lockedByte = 120

  private let process: Int32
  private let program: String
  private let user: String?

  /// Who is writing to the office in a file; nothing if it is this very program, or one that cannot be seen from here.
  init?(writingTo path: String) {
    var status = stat()
    guard stat(path + "-shm", &status) == 0, let locks = Self.text("/proc/locks") else { return nil }
    // `4: POSIX  ADVISORY  WRITE 4242 fe:00:5351683 120 120`: kind, how, process, device and file, first and last byte.
    let holders = locks.split(separator: "\n").compactMap { line -> Int32? in
      let words = line.split(separator: " ")
      guard words.count == 8, words[3] == "WRITE", words[5].hasSuffix(":\(status.st_ino)"),
        words[6] == "\(Self.lockedByte)", words[7] == "\(Self.lockedByte)"
      else { return nil }
      return Int32(words[4])
    }
    guard let process = holders.first, process > 0, process != getpid(),
      let program = Self.text("/proc/\(process)/comm")
    else { return nil }
    self.process = process
    self.program = program.trimmingCharacters(in: .whitespacesAndNewlines)
    var owner = stat()
    user =
      stat("/proc/\(process)", &owner) == 0 ? getpwuid(owner.st_uid).map { String(cString: $0.pointee.pw_name) } : nil
  }

  /// Who it is.
  var text: Localized {
    let of = user.map { Localized(" of \($0)", "（用户 \($0)）") } ?? Localized(same: "")
    return Localized("\(program), process \(process)", "\(program)，进程 \(process)") + of
  }

  private static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
}
