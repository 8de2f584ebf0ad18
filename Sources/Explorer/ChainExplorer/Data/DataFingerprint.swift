#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// When the files of a data set were last changed, and how large they are: equal fingerprints mean
/// that nobody has written there.
struct DataFingerprint: Sendable, Hashable {
  private struct File: Sendable, Hashable {
    let path: String
    let bytes: Int64
    let seconds: Int64
    let nanoseconds: Int64
    let number: UInt64
  }

  // As deep and as many as the reader of data sets goes.
  private static let deepestFolder = 8
  private static let mostFiles = 5_000
  private static let endings = [".yaml", ".yml", ".csv"]

  private var files: Set<File> = []

  /// Looks at the files that the data set at `path` is read from, a snapshot or those of a folder;
  /// hidden ones are passed over.
  init(of path: String) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      files.insert(Self.file(path, status))
    }
    var pending = [(path: path, depth: 0)]
    while let (path, depth) = pending.popLast(), files.count < Self.mostFiles {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names where !name.hasPrefix(".") {
        var status = stat()
        let child = path + "/" + name
        guard stat(child, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          if depth < Self.deepestFolder { pending.append((child, depth + 1)) }
        } else if Self.endings.contains(where: { name.hasSuffix($0) }) {
          files.insert(Self.file(child, status))
        }
      }
    }
  }

  private static func file(_ path: String, _ status: stat) -> File {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return File(
      path: path,
      bytes: Int64(status.st_size),
      seconds: Int64(time.tv_sec),
      nanoseconds: Int64(time.tv_nsec),
      number: UInt64(status.st_ino)
    )
  }
}
