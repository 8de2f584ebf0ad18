internal import Bilingual
internal import Diagnostics

/// Faults of a theme's file.
extension Diagnostic {
  static func badColor(_ text: String, at location: Location) -> Self {
    // An unquoted # begins a comment, and what is left is nothing.
    let quoted = text.isEmpty ? "#1D4F7C" : text
    let help =
      text.isEmpty || Theme.Color(hex: "#" + text) != nil
      ? BilingualText(
        zh: "颜色连同 # 写在引号里，如 \"\(quoted.hasPrefix("#") ? quoted : "#" + quoted)\"",
        en:
          "write the colour with its # in quotes: \"\(quoted.hasPrefix("#") ? quoted : "#" + quoted)\""
      )
      : BilingualText(
        zh: "写成 # 和六位十六进制数，如 \"#1D4F7C\"",
        en: "write # and six hexadecimal digits, such as \"#1D4F7C\""
      )
    return Diagnostic(
      .error,
      code: "bad-color",
      message: text.isEmpty
        ? BilingualText(zh: "此处缺少颜色", en: "a colour is missing here")
        : BilingualText(zh: "“\(text)”不是颜色", en: "'\(text)' is not a colour"),
      help: help,
      at: location
    )
  }

  static func badNumber(_ text: String, demand: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-number",
      message: BilingualText(
        zh: "“\(text)”不是\(demand.zh)",
        en: "'\(text)' is not \(demand.en)"
      ),
      at: location
    )
  }

  static func badFontName(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-font",
      message: BilingualText(zh: "“\(text)”不能作字体名", en: "'\(text)' cannot name a font"),
      help: BilingualText(
        zh: "只用文字、数字、空格和 - _ .",
        en: "use letters, digits, spaces and - _ ."
      ),
      at: location
    )
  }

  static func badGlyph(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "bad-glyph",
      message: BilingualText(zh: "符号“\(text)”太长", en: "the glyph '\(text)' is too long"),
      help: BilingualText(zh: "用一两个字", en: "use one or two characters"),
      at: location
    )
  }

  static func wrongCount(_ what: BilingualText, most: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "wrong-count",
      message: BilingualText(
        zh: "应有 1 到 \(most) 个\(what.zh)",
        en: "expected 1 to \(most) \(what.en) here"
      ),
      at: location
    )
  }
}
