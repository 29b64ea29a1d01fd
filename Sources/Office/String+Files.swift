import Foundation
import Values

/// What the system knows of a path.
extension String {
  /// The path of the file itself where this is a link to it.
  var resolvingLinks: String {
    guard let resolved = realpath(self, nil) else { return self }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Waits until the name that a file here has is on the disk, so that it outlives a power cut; gives 0 or the number of
  /// the error. A folder that cannot be opened, or waited for, says nothing of the file.
  func syncFolder() -> Int32 {
    let folder = pathFolder
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
  }
}
