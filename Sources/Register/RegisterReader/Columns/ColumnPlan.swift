import Bilingual
import Diagnostics

/// What becomes of each column.
struct ColumnPlan {
  enum Target: Hashable {
    case field(RegisterColumn)
    /// A yes or no, by the standing that a yes means.
    case flag(String)
    /// Kept under the heading.
    case other(String)
    /// Kept under its number, where somebody has left the heading empty.
    case unnamed(String)
  }

  let headings: [String]
  private(set) var targets: [Target]
  /// The keys of the headings, to know rows that repeat them.
  let keys: [String]
  private(set) var nameColumn: Int?
  private(set) var codeColumn: Int?
  private(set) var outputUnit: String?
  private(set) var outputYear: Int?
  private(set) var industryEdition: Int?
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - place: of the heading of a column, from 0.
  ///   - notes: take what is guessed.
  /// - Complexity: O(*n*) over the columns.
  init(
    _ headings: [String],
    _ names: RegisterColumnNames,
    notes: inout NoteLog,
    place: (Int) -> Diagnostic.Location
  ) {
    self.headings = headings
    let texts = headings.map { HeadingText($0) }
    keys = texts.map(\.key)
    targets = headings.enumerated().map { number, heading in
      heading.isEmpty ? .unnamed("#\(number + 1)") : .other(heading)
    }
    var isTaken = headings.map { _ in false }
    takeChosen(names, &isTaken, place)
    takeKnown(names, &isTaken, &notes, place)
    takeGuessed(names, &isTaken, &notes, place)
    tellUnknown(isTaken, &notes, place)
    let scopes = positions(of: .scope)
    if scopes.count > 1 {
      notes.add(
        .joinedScopes,
        scopes.map { headings[$0] }.joined(separator: "、"),
        count: scopes.count,
        at: place(scopes[0])
      )
    }
    nameColumn = positions(of: .name).first
    codeColumn = positions(of: .creditCode).first
    if let column = positions(of: .output).first {
      outputUnit = texts[column].unit
      outputYear = texts[column].year
    }
    let industry = positions(of: .industryCode).first
    industryEdition = industry.flatMap { HeadingText.year(in: headings[$0]) }
  }

  private func positions(of column: RegisterColumn) -> [Int] {
    targets.indices.filter { targets[$0] == .field(column) }
  }

  // MARK: What a person says

  private mutating func takeChosen(
    _ names: RegisterColumnNames,
    _ isTaken: inout [Bool],
    _ place: (Int) -> Diagnostic.Location
  ) {
    for choice in names.choices where !choice.heading.isEmpty {
      let found = RegisterColumnNames.positions(of: choice, in: headings)
      guard let first = found.first else {
        let all = headings.filter { !$0.isEmpty }
        diagnostics.append(.missingHeading(choice, among: all, at: place(0)))
        continue
      }
      let isAmong = choice.column.takesSeveral
      for position in isAmong ? found : [first] {
        if isTaken[position] {
          diagnostics.append(.columnTakenTwice(headings[position], at: place(position)))
        } else if !isAmong, !positions(of: choice.column).isEmpty {
          diagnostics.append(.fieldTakenTwice(choice.column, at: place(position)))
        } else {
          targets[position] = target(of: choice.column, at: position)
          isTaken[position] = true
        }
      }
    }
  }

  private func target(of column: RegisterColumn, at position: Int) -> Target {
    guard column == .scale, let label = Self.flag(keys[position]) else { return .field(column) }
    return .flag(label)
  }

  // MARK: Known headings

  private mutating func takeKnown(
    _ names: RegisterColumnNames,
    _ isTaken: inout [Bool],
    _ notes: inout NoteLog,
    _ place: (Int) -> Diagnostic.Location
  ) {
    for column in RegisterColumn.allCases {
      let found = keys.indices.filter {
        !isTaken[$0] && KnownHeadings.column(of: keys[$0]) == column
      }
      guard !found.isEmpty else { continue }
      let best = found.min { a, b in
        (KnownHeadings.rank(of: keys[a]), a) < (KnownHeadings.rank(of: keys[b]), b)
      }
      for position in found {
        isTaken[position] = true
        if names.decides(column) || !column.takesSeveral && position != best {
          notes.add(
            .secondColumn,
            headings[position],
            detail: column.label.zh,
            at: place(position)
          )
        } else {
          targets[position] = target(of: column, at: position)
        }
      }
    }
  }

  private mutating func takeGuessed(
    _ names: RegisterColumnNames,
    _ isTaken: inout [Bool],
    _ notes: inout NoteLog,
    _ place: (Int) -> Diagnostic.Location
  ) {
    for position in keys.indices where !isTaken[position] {
      let claims = KnownHeadings.claims(on: keys[position])
      guard let likeliest = claims.first else { continue }
      isTaken[position] = true
      let all = claims.map(\.label.zh).joined(separator: "、")
      if positions(of: likeliest).isEmpty, !names.decides(likeliest) {
        targets[position] = target(of: likeliest, at: position)
        notes.add(.guessedHeading, headings[position], detail: all, at: place(position))
      } else {
        notes.add(.ambiguousHeading, headings[position], detail: all, at: place(position))
      }
    }
  }

  private func tellUnknown(
    _ isTaken: [Bool],
    _ notes: inout NoteLog,
    _ place: (Int) -> Diagnostic.Location
  ) {
    var unknown: [Int] = []
    for position in keys.indices where !isTaken[position] && !headings[position].isEmpty {
      let claims = KnownHeadings.claims(inside: keys[position])
      if claims.count > 1 {
        let all = claims.map(\.label.zh).joined(separator: "、")
        notes.add(.ambiguousHeading, headings[position], detail: all, at: place(position))
      } else {
        unknown.append(position)
      }
    }
    guard let first = unknown.first else { return }
    let list = unknown.prefix(20).map { headings[$0] }.joined(separator: "、")
    let rest = unknown.count > 20 ? "…" : ""
    notes.add(.unknownHeading, list + rest, count: unknown.count, at: place(first))
  }

  // MARK: Standing

  /// The standing that a yes means under the heading; `nil` where the cells say it themselves.
  private static func flag(_ key: String) -> String? {
    var label = key.hasPrefix("是否") ? String(key.dropFirst(2)) : key
    let isAsked = label != key
    if label == "链主" { return "链主企业" }
    for tail in ["工业企业", "工业", "企业"] where label.hasSuffix(tail) && label.hasPrefix("规") {
      label = String(label.dropLast(tail.count))
    }
    if label == "规模以上" { label = "规上" }
    let isStanding = !["企业规模", "单位规模", "规模", "资质", "企业资质", "荣誉资质", "企业荣誉", "规模与资质"].contains(key)
    return isAsked || isStanding && label.unicodeScalars.contains { $0.value > 0x7F } ? label : nil
  }
}
