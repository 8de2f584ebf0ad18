/// What the styles of a workbook make of a number: a number, a day or a time.
struct NumberFormats {
  private let uses1904: Bool
  /// By the number of a cell's style.
  private var formats: [NumberFormat] = []

  init(uses1904: Bool) { self.uses1904 = uses1904 }

  mutating func read(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    var reader = PartReader(bytes, part: part)
    guard try reader.nextChild() != nil else { return }
    var own: [Int: NumberFormat] = [:]
    var styles: [Int] = []
    while let section = try reader.nextChild() {
      switch section.name.local {
      case "numFmts":
        while let element = try reader.nextChild() {
          if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
            own[id] = NumberFormat(code)
          }
          try reader.finish()
        }
      case "cellXfs":
        while let element = try reader.nextChild() {
          styles.append(element["numFmtId"].flatMap { Int($0) } ?? 0)
          try reader.finish()
        }
      default: try reader.finish()
      }
    }
    formats = styles.map { own[$0] ?? NumberFormat(builtIn: $0) }
  }

  /// The value of a cell of style `style` that holds `number`.
  func value(of number: Double, style: Int) -> CellValue {
    let format = format(of: style)
    if format != .number, let date = CellDate(number, format, uses1904: uses1904) {
      return .date(date)
    }
    return .number(number, plain: format.shown(number) ?? number.plainText)
  }

  /// The format of a style; a style that there is not shows numbers.
  func format(of style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }
}

/// How a number is shown, as far as it changes what it means.
enum NumberFormat: Hashable {
  /// As a number.
  case number
  /// As so many of a hundred.
  case percent
  /// As a whole number with noughts before it, of so many digits: `000000` shows 10000 as 010000.
  case padded(Int)
  /// As a span of time, which has no end at midnight: `30:05` is 30 hours.
  case span(NumberSpan)
  /// As a day, and its time if that is shown.
  case day(CellDate.Precision, hasTime: Bool)
  /// As a time alone.
  case time

  /// The format that Excel knows by a number alone; 27 to 36 and 50 to 58 are those of its Chinese
  /// edition.
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 14...16, 28...31, 51, 53, 54, 58: .day(.day, hasTime: false)
      case 17, 27, 36, 50, 52, 57: .day(.month, hasTime: false)
      case 18...21, 32...35, 45, 47, 55, 56: .time
      case 46: .span(NumberSpan(unit: .hours, hasSeconds: true))
      case 22: .day(.day, hasTime: true)
      default: .number
      }
  }

  /// The format that a code such as `yyyy"年"m"月"` describes: its first section counts.
  init(_ code: String) {
    if let span = NumberSpan(code) {
      self = .span(span)
      return
    }
    let first = code.prefix { $0 != ";" }
    if first.count > 1, first.allSatisfy({ $0 == "0" }) {
      self = .padded(first.count)
      return
    }
    let letters = Self.letters(of: code)
    let hasTime = letters.contains("h") || letters.contains("s")
    // An `m` is minutes behind hours and before seconds, else months.
    let hasMonth = letters.indices.contains { place in
      letters[place] == "m" && (place == 0 || letters[place - 1] != "h")
        && (place + 1 == letters.count || letters[place + 1] != "s")
    }
    let hasYear = letters.contains("y")
    if letters.contains("d") || (hasMonth && !hasYear) {
      self = .day(.day, hasTime: hasTime)
    } else if hasYear {
      self = .day(hasMonth ? .month : .year, hasTime: hasTime)
    } else {
      self = hasTime ? .time : Self.isPercent(first) ? .percent : .number
    }
  }

  /// Whether a section of a code has a sign of percent that is no mere letter.
  private static func isPercent(_ section: Substring) -> Bool {
    var isQuoted = false
    var before: Character?
    for letter in section {
      if letter == "\"" { isQuoted.toggle() }
      if letter == "%", !isQuoted, before != "\\" { return true }
      before = letter
    }
    return false
  }

  /// A number as it is shown, where that says more than the number.
  func shown(_ number: Double) -> String? {
    switch self {
    case .padded(let width):
      guard number >= 0, number < 1e15, number.rounded() == number else { return nil }
      let digits = String(Int(number))
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .span(let span): return span.shown(number)
    case .number, .percent, .day, .time: return nil
    }
  }

  /// The letters of days and times in the code's first section, each run of one letter once.
  private static func letters(of code: String) -> [Character] {
    var letters: [Character] = []
    var rest = code.lowercased()[...]
    while let next = rest.popFirst() {
      switch next {
      case ";": return letters
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        rest = rest.dropFirst(rest.prefix { $0 != "]" }.count + 1)
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
      case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
      case "e" where rest.hasPrefix("+") || rest.hasPrefix("-"): continue
      case "y", "e": if letters.last != "y" { letters.append("y") }
      // Three and more `a` are the day of the week.
      case "d", "a": if letters.last != "d" { letters.append("d") }
      case "m", "h", "s": if letters.last != next { letters.append(next) }
      default: continue
      }
    }
    return letters
  }
}
