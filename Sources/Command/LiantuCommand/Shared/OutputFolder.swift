import Bilingual

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is written as a whole: into a new one beside it first, which takes its place at the
/// end, so that a set is there whole or not at all.
struct OutputFolder {
  private let path: String
  private let workshop: String
  private let isForced: Bool

  /// - Throws: A failure when the folder holds something already and is not to be written over.
  init(_ path: String, isForced: Bool) throws(Failure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.isForced = isForced
    let manager = FileManager.default
    if manager.fileExists(atPath: path) {
      guard let names = try? manager.contentsOfDirectory(atPath: path) else {
        throw OutputFile.unwritable(path)
      }
      guard names.isEmpty || isForced else {
        throw Failure(
          .usage,
          BilingualText(
            zh: "文件夹不是空的：\(path)；换一个，或用 --force 覆盖同名文件",
            en: "the folder is not empty: \(path); name another, or overwrite with --force"
          )
        )
      }
    }
    Interruption.watch()
    workshop = path + ".partial-\(UInt32.random(in: 0 ... .max))"
    try OutputFile.makeFolder(workshop)
  }

  /// Writes one file of the folder; folders on the way are made.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    if Interruption.isAsked { throw Failure(.machine) }
    if let slash = name.lastIndex(of: "/") {
      try OutputFile.makeFolder(workshop + "/" + name[..<slash])
    }
    try OutputFile.write(bytes, to: workshop + "/" + name)
  }

  /// Writes one file of the folder piece by piece.
  ///
  /// - Throws: Also when the user asked to stop.
  func write(
    to name: String,
    pieces: ((OutputFile.Sink) throws(Failure) -> Void)
  ) throws(Failure) {
    try OutputFile.write(to: workshop + "/" + name, pieces: pieces)
  }

  /// Removes what was written so far, when it will not be finished.
  func abandon() {
    try? FileManager.default.removeItem(atPath: workshop)
    Interruption.end()
  }

  /// Puts what was written in its place.
  func finish() throws(Failure) {
    let manager = FileManager.default
    do {
      // At once, where there is nothing or an empty folder.
      if rename(workshop, path) == 0 { return }
      for name in try manager.subpathsOfDirectory(atPath: workshop) {
        let (from, to) = (workshop + "/" + name, path + "/" + name)
        var isFolder = false
        if let type = try manager.attributesOfItem(atPath: from)[.type] as? FileAttributeType {
          isFolder = type == .typeDirectory
        }
        if isFolder {
          try manager.createDirectory(atPath: to, withIntermediateDirectories: true)
        } else {
          try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to), options: .atomic)
        }
      }
      try manager.removeItem(atPath: workshop)
    } catch {
      throw OutputFile.unwritable(path)
    }
  }
}
