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

/// Files that the program writes: whole first, then in their places, so that nothing half-written is
/// left behind.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try write([(path, bytes)])
  }

  /// Writes several files that belong together: none gets its place before all are whole.
  static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Failure) {
    var staged: [StagedFile] = []
    for (path, bytes) in files {
      // A device or a pipe is written to; putting a file in its place would destroy it.
      if isStream(path) {
        guard stream(bytes, to: path) else { throw unwritable(path) }
        continue
      }
      let file = try StagedFile(for: path)
      try write(bytes, to: file)
      staged.append(file)
    }
    for file in staged { try file.place() }
  }

  /// Takes pieces of a file one behind the other.
  typealias Sink = (UnsafeRawBufferPointer) throws(Failure) -> Void

  /// Writes a file piece by piece, for what is too large to be held in memory twice.
  static func write(
    to path: String,
    pieces: ((Sink) throws(Failure) -> Void)
  ) throws(Failure) {
    Interruption.watch()
    guard !isStream(path) else {
      let file = open(path, O_WRONLY)
      guard file >= 0 else { throw unwritable(path) }
      defer { close(file) }
      return try pieces { bytes throws(Failure) in
        if Interruption.isAsked { throw Failure(.machine) }
        guard Terminal.put(bytes, to: file) else { throw unwritable(path) }
      }
    }
    let file = try StagedFile(for: path)
    try pieces { bytes throws(Failure) in
      if Interruption.isAsked { throw Failure(.machine) }
      try file.write(bytes)
    }
    try file.place()
  }

  private static func write(_ bytes: [UInt8], to file: StagedFile) throws(Failure) {
    var fault: Failure?
    bytes.withUnsafeBytes { buffer in
      // The standard library's closures forget which error they throw.
      do throws(Failure) { try file.write(buffer) } catch { fault = error }
    }
    if let fault { throw fault }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .machine,
        BilingualText(zh: "无法建立文件夹：\(path)", en: "cannot make the folder: \(path)")
      )
    }
  }

  /// Refuses to write over a file that is read: nobody means that.
  static func check(
    _ outputs: [String?],
    apartFrom inputs: [String?],
    in language: Language
  ) throws(Failure) {
    func file(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    let read = Set(inputs.compactMap(\.self).map(file))
    guard let taken = outputs.compactMap(\.self).first(where: { read.contains(file($0)) }) else {
      return
    }
    throw Failure(
      .usage,
      BilingualText(
        zh: "\(taken) 正是要读的文件；写到别的文件",
        en: "\(taken) is the very file that is read; name another to write to"
      ),
      in: language
    )
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func unwritable(_ path: String) -> Failure {
    let reason = reason(path)
    return Failure(
      .machine,
      BilingualText(
        zh: "无法写入文件：\(path)" + (reason.map { "；" + $0.zh } ?? ""),
        en: "cannot write the file: \(path)" + (reason.map { "; " + $0.en } ?? "")
      )
    )
  }

  /// Why `path` could not be written, where its name tells.
  private static func reason(_ path: String) -> BilingualText? {
    if path.isEmpty { return BilingualText(zh: "没有文件名", en: "it has no name") }
    if isFolder(path) { return BilingualText(zh: "这是一个文件夹", en: "this is a folder") }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
    let folder = String(path[..<slash])
    if isFolder(folder) { return nil }
    return exists(folder)
      ? BilingualText(zh: "\(folder) 不是文件夹", en: "\(folder) is no folder")
      : BilingualText(zh: "没有文件夹 \(folder)", en: "there is no folder \(folder)")
  }

  /// Whether two paths mean one file or folder, links followed.
  static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func stream(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY)
    guard file >= 0 else { return false }
    let isWritten = Terminal.put(bytes, to: file)
    return close(file) == 0 && isWritten
  }
}
