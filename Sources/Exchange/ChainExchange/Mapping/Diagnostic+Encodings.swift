import Bilingual
import Diagnostics

/// What is said of the encoding of a file.
extension Diagnostic {
  static func guessedEncoding(_ guess: TextEncodings.Guess, path: String) -> Self {
    let example = guess.others.first ?? "big5"
    let others = guess.others
    return Diagnostic(
      .warning,
      code: "guessed-encoding",
      message: BilingualText(
        zh: "文件没有说明编码，推测是 \(guess.name)，按此读取"
          + (others.isEmpty ? "" : "；也可能是 " + others.joined(separator: " 或 ")),
        en: "read as \(guess.name), which is a guess: the file does not say how it is written"
          + (others.isEmpty ? "" : ", and it may be " + others.joined(separator: " or "))
      ),
      help: BilingualText(
        zh: "名称若有乱码，指明编码，如 --encoding \(example)",
        en: "where names come out wrong, say which it is: --encoding \(example)"
      ),
      at: Location(path: path, range: nil)
    )
  }

  /// - Parameter source: the file, for a fault whose text is its own.
  static func unreadable(_ fault: TextEncodings.Fault, in source: SourceText) -> Self {
    let range = fault.offset..<fault.offset + 1
    switch fault.encoding {
    case .utf8: return .invalidUTF8(at: BytePlace(range).location(in: source))
    case .utf16:
      return Diagnostic(
        .error,
        code: "invalid-encoding",
        message: BilingualText(
          zh: "开头标明是 UTF-16，但第 \(fault.offset + 1) 个字节处断在半个字符中间，或有不成对的代理码",
          en: "marked as UTF-16, and no whole text of it: it ends within a character at byte "
            + "\(fault.offset + 1), or halves of pairs stand alone"
        ),
        help: resaving,
        at: Location(path: source.path, range: nil)
      )
    case .nationalStandard:
      let before = SourceText(path: source.path, bytes: fault.text)
      let place = before.position(ofByte: fault.text.count)
      return Diagnostic(
        .error,
        code: "invalid-encoding",
        message: BilingualText(
          zh: "不是 UTF-8；按 GB 18030 读到第 \(place.line) 行第 \(place.column) 个字符处（第 "
            + "\(fault.offset + 1) 个字节）读不下去",
          en:
            "not UTF-8, and as GB 18030 it ends at line \(place.line), column \(place.column), which is "
            + "byte \(fault.offset + 1)"
        ),
        help: resaving,
        at: Location(path: source.path, range: nil)
      )
    }
  }

  private static let resaving = BilingualText(
    zh: "文件可能不完整，或是别的编码：重新另存为 UTF-8，或用 --encoding 指明编码",
    en:
      "the file may be cut, or written otherwise: save it anew as UTF-8, or say which encoding it "
      + "is with --encoding"
  )
}
