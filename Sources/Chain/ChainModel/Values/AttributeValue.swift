public import Bilingual

/// What a node has under one attribute.
public enum AttributeValue: Hashable, Sendable {
  /// Free text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number with a unit.
  case quantity(Quantity)
  /// A year, a month or a day.
  case date(CalendarDate)
  /// One of the attribute's options.
  case option(AttributeDefinition.Option)
  /// True or false.
  case flag(Bool)
  /// Several values of one type.
  case list([AttributeValue])

  /// The value as people read it; the parts of a list are joined by 、 or a comma.
  public func description(in language: Language) -> String {
    switch self {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .quantity(let quantity): return quantity.description
    case .date(let date): return date.description
    case .option(let option): return option.label[language]
    case .flag(let flag):
      return flag
        ? BilingualText(zh: "是", en: "yes")[language] : BilingualText(zh: "否", en: "no")[language]
    case .list(let values):
      return values.map { $0.description(in: language) }
        .joined(separator: language == .zh ? "、" : ", ")
    }
  }
}
