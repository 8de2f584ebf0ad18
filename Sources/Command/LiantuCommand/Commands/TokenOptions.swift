import ArgumentParser
import Bilingual
import ChainExplorer

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

/// Where the word that readers must know comes from.
struct TokenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "口令文件：第一行是口令，至少 16 个字母、数字或 -._~",
        "a file whose first line readers must know: at least 16 letters, digits or -._~"
      ),
      valueName: "file"
    )
  )
  var tokenFile: String?
  @Option(
    help: ArgumentHelp(
      say(
        "口令本身；本机的人都能在进程列表里看到，宜改用 --token-file 或 LIANTU_TOKEN",
        "the token itself, which everybody on this machine sees in the list of processes: rather use --token-file or LIANTU_TOKEN"
      )
    )
  )
  var token: String?

  func validate() throws {
    guard token != nil, tokenFile != nil else { return }
    throw ValidationError(
      say("--token 与 --token-file 只能用一个", "--token and --token-file exclude each other")
    )
  }

  /// The token of an option, else that of the environment; `nil` where none is set.
  func token(in language: Language) throws(Failure) -> AccessToken? {
    guard let (word, origin) = try word(in: language) else { return nil }
    guard let token = AccessToken(word) else {
      let (fewest, most) = (AccessToken.fewestCharacters, AccessToken.mostCharacters)
      let isEmpty = word.isEmpty
      throw Failure(
        .usage,
        BilingualText(
          zh: "\(origin.zh)"
            + (isEmpty ? "是空的：" : "不能用：") + "口令应为至少 \(fewest)、至多 \(most) 个字母、数字或 -._~",
          en:
            "\(origin.en) \(isEmpty ? "is empty" : "is of no use"): a token is at least \(fewest) and at most "
            + "\(most) letters, digits or -._~"
        ),
        in: language
      )
    }
    return token
  }

  /// What is to be the token, and where it stands.
  private func word(
    in language: Language
  ) throws(Failure) -> (word: String, origin: BilingualText)? {
    let variable = "LIANTU_TOKEN"
    let inherited = ProcessInfo.processInfo.environment[variable]
    // The processes that draw pictures have no use for it.
    unsetenv(variable)
    if inherited != nil, tokenFile != nil || token != nil {
      Terminal.tell(
        BilingualText(
          zh: "警告：有 \(tokenFile != nil ? "--token-file" : "--token")，环境变量 \(variable) 的口令不用",
          en: "warning: the token of the environment's \(variable) is not used, since "
            + "\(tokenFile != nil ? "--token-file" : "--token") gives another"
        )[language]
      )
    }
    if let tokenFile {
      let origin = BilingualText(
        zh: "口令文件 \(tokenFile) 的第一行",
        en: "the first line of the token's file \(tokenFile)"
      )
      return (try read(tokenFile, in: language), origin)
    }
    guard let token else {
      let origin = BilingualText(zh: "环境变量 \(variable)", en: "the environment's \(variable)")
      return inherited.map { ($0, origin) }
    }
    Terminal.tell(
      BilingualText(
        zh: "警告：--token 的口令出现在进程列表里，本机的人都能看到；宜改用 --token-file 或环境变量 \(variable)",
        en: """
          warning: everybody on this machine sees the token of --token in the list of processes; rather \
          use --token-file or the environment's \(variable)
          """
      )[language]
    )
    return (token, BilingualText(zh: "--token 的口令", en: "the token of --token"))
  }

  /// The first line of a file.
  private func read(_ path: String, in language: Language) throws(Failure) -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else {
      let isMissing = errno == ENOENT
      throw Failure(
        isMissing ? .notFound : .machine,
        isMissing
          ? BilingualText(zh: "没有口令文件：\(path)", en: "there is no file of the token: \(path)")
          : BilingualText(zh: "读不了口令文件：\(path)", en: "cannot read the token's file: \(path)")
      )
    }
    defer { close(file) }
    var status = stat()
    let isKnown = fstat(file, &status) == 0
    guard !isKnown || status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(
        .machine,
        BilingualText(
          zh: "口令文件 \(path) 是一个文件夹",
          en: "the token's file \(path) is a folder"
        ),
        in: language
      )
    }
    if isKnown, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & (S_IRGRP | S_IROTH) != 0
    {
      Terminal.tell(
        BilingualText(
          zh: "警告：口令文件 \(path) 别人也能读；用 chmod 600 收回",
          en: "warning: others can read the token's file \(path); keep it to yourself by chmod 600"
        )[language]
      )
    }
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes { buffer in
        Self.read(file, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      guard more > 0 else { break }
      count += more
    }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: line, as: UTF8.self).trimmingSpaces
  }

  private static let mostBytes = 4_096

  private static func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(file, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(file, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension String {
  /// Without the spaces around it, and the mark that some editors begin a file with.
  fileprivate var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
