import Bilingual
import ChainModel
import Diagnostics

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

/// A file that a command is given to read.
enum InputFile {
  /// What it holds; the reason where it cannot be read.
  static func read(_ path: String, in language: Language?) throws(Failure) -> [UInt8] {
    let reason: BilingualText
    var status = stat()
    if stat(path, &status) != 0 {
      let code = errno
      throw Failure(.notFound, text(path, missing(path, code)), in: language)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      reason = BilingualText(zh: "这是文件夹", en: "it is a folder")
    case S_IFREG:
      if access(path, R_OK) != 0 {
        reason = BilingualText(zh: "没有读取权限", en: "reading it is not permitted")
      } else if let bytes = FileManager.default.contents(atPath: path) {
        return Array(bytes)
      } else {
        reason = BilingualText(zh: "读取时出错", en: "the machine failed to read it")
      }
    default:
      reason = BilingualText(
        zh: "这是管道或设备；先存成文件",
        en: "it is a pipe or a device; save what it gives to a file first"
      )
    }
    throw Failure(.machine, text(path, reason), in: language)
  }

  private static func text(_ path: String, _ reason: BilingualText) -> BilingualText {
    BilingualText(
      zh: "无法读取文件：\(path)；\(reason.zh)",
      en: "cannot read the file: \(path); \(reason.en)"
    )
  }

  private static func missing(_ path: String, _ code: Int32) -> BilingualText {
    if path == "-" {
      return BilingualText(
        zh: "不从标准输入读取；先存成文件",
        en: "standard input is not read; save it to a file first"
      )
    }
    if code == EACCES {
      return BilingualText(zh: "没有进入其文件夹的权限", en: "its folder may not be entered")
    }
    return BilingualText(zh: "没有这个文件", en: "there is no such file")
  }
}
