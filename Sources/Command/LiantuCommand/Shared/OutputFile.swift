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

/// Files that the program writes: beside the old one first, then in its place, so that nothing
/// half-written is left behind.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    // A device or a pipe is written to; putting a file in its place would destroy it.
    if isStream(path) {
      guard stream(bytes, to: path) else { throw unwritable(path) }
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: followingLinks(path)), options: .atomic)
    } catch {
      throw unwritable(path)
    }
  }

  /// Takes pieces of a file one behind the other.
  typealias Sink = (UnsafeRawBufferPointer) throws(Failure) -> Void

  /// Writes a file piece by piece, for what is too large to be held in memory twice.
  static func write(
    to path: String,
    pieces: ((Sink) throws(Failure) -> Void)
  ) throws(Failure) {
    let isStream = isStream(path)
    let target = followingLinks(path)
    let workshop = isStream ? path : "\(target).partial-\(UInt32.random(in: 0 ... .max))"
    let file = open(workshop, isStream ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { throw unwritable(path) }
    do throws(Failure) {
      defer { close(file) }
      Interruption.watch()
      try pieces { bytes throws(Failure) in
        if Interruption.isAsked { throw Failure(.machine) }
        guard Terminal.put(bytes, to: file) else { throw unwritable(path) }
      }
    } catch {
      if !isStream { unlink(workshop) }
      throw error
    }
    guard !isStream else { return }
    guard rename(workshop, target) == 0 else {
      unlink(workshop)
      throw unwritable(path)
    }
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

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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

  /// The file that a link means, so that the link stays and its target is written.
  private static func followingLinks(_ path: String) -> String {
    var path = path
    // Links that lead in a circle are left to the system to complain about.
    for _ in 0..<40 {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      else { return path }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    return path
  }
}
