package import Bilingual

/// A name that something bore before (曾用名), and the last day on which it did, where that is known.
///
/// ```swift
/// FormerName(parsing: "市营商局【2024-05-31止】")
/// ```
public struct FormerName: Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// The last day, month or year in which it was borne; `nil` where nobody says.
  public let until: CalendarDate?

  /// A name that was borne until a day.
  public init(_ name: String, until: CalendarDate? = nil) {
    (self.name, self.until) = (name, until)
  }

  /// Why a text is no former name.
  package enum Fault: Error, Hashable, Sendable {
    /// No name stands before the note.
    case noName
    /// What stands in the note is no last day.
    case badDay(String)
  }

  /// Reads `旧名` and `旧名【2024-05-31止】`.
  ///
  /// - Throws: what keeps it from being a name, or its note from being a last day.
  package init(parsing text: String) throws(Fault) {
    guard text.hasSuffix("止】"), let start = text.lastIndex(of: "【") else {
      guard !text.isEmpty else { throw .noName }
      self.init(text)
      return
    }
    let day = text[text.index(after: start)...].dropLast(2)
    let name = String(text[..<start])
    guard !name.isEmpty else { throw .noName }
    guard let until = CalendarDate(written: String(day)) else { throw .badDay(String(day)) }
    self.init(name, until: until)
  }

  /// The form in which a cell writes it.
  public var description: String { until.map { "\(name)【\($0)止】" } ?? name }
}

extension FormerName.Fault {
  /// What is wrong.
  package var message: BilingualText {
    switch self {
    case .noName: BilingualText(zh: "没有写曾用名", en: "there is no former name")
    case .badDay(let day): BilingualText(zh: "“\(day)”不是日期", en: "'\(day)' is no day")
    }
  }

  /// What to write.
  package var help: BilingualText {
    BilingualText(
      zh: "写成“旧名”或“旧名【2024-05-31止】”",
      en: "write the old name, or 旧名【2024-05-31止】 with the last day on which it was borne"
    )
  }
}
