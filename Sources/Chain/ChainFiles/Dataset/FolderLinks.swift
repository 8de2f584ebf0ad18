import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where links in a data set's folder lead to.
///
/// A folder comes from somebody else as often as not. What a link in it leads to outside may be anything
/// that its reader can read, and would travel on in snapshots and stand in messages.
package enum FolderLinks {
  /// Whether what stands at `path`, in or below `folder`, lies outside of it once links are followed.
  ///
  /// The folder itself may be a link; what does not exist lies nowhere.
  package static func lead(outOf folder: String, _ path: String) -> Bool {
    guard let file = real(path), let root = real(folder.isEmpty ? "." : folder) else {
      return false
    }
    return !file.hasPrefix(root == "/" ? root : root + "/")
  }

  /// Whether `path` is a folder once links are followed.
  static func meansFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
