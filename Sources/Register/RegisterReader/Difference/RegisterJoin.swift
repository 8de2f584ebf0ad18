import Diagnostics

/// Joins the rows of two registers, each with one of the other at most.
struct RegisterJoin {
  let codesBefore: [String]
  let codesAfter: [String]
  let doublesBefore: [RegisterDifference.DoubleCode]
  let doublesAfter: [RegisterDifference.DoubleCode]
  private let namesBefore: [NameKey]
  private let namesAfter: [NameKey]
  private let formerNames: [[NameKey]]
  /// For each row of one register the row of the other.
  private var mateOfBefore: [Int?]
  private var mateOfAfter: [RegisterDifference.Pair?]

  init(_ before: [RegisterRow], _ after: [RegisterRow]) {
    codesBefore = before.map { Self.code($0.creditCode) }
    codesAfter = after.map { Self.code($0.creditCode) }
    doublesBefore = Self.doubles(in: codesBefore)
    doublesAfter = Self.doubles(in: codesAfter)
    namesBefore = before.map { NameKey($0.name) }
    namesAfter = after.map { NameKey($0.name) }
    formerNames = after.map { $0.formerNames.map { NameKey($0) } }
    mateOfBefore = before.map { _ in nil }
    mateOfAfter = after.map { _ in nil }
  }

  /// A code as codes are compared by: half-width, capitals, without blanks.
  private static func code(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    return isPlain ? text : NameKey(text).text.uppercased()
  }

  var pairs: [RegisterDifference.Pair] { mateOfAfter.compactMap { $0 } }

  var unjoinedAfter: [RegisterRow.Index] {
    mateOfAfter.indices.filter { mateOfAfter[$0] == nil }.map { RegisterRow.Index($0) }
  }

  var unjoinedBefore: [RegisterRow.Index] {
    mateOfBefore.indices.filter { mateOfBefore[$0] == nil }.map { RegisterRow.Index($0) }
  }

  private mutating func join(_ before: Int, _ after: Int, _ basis: RegisterDifference.Basis) {
    mateOfBefore[before] = after
    mateOfAfter[after] = RegisterDifference.Pair(
      before: RegisterRow.Index(before),
      after: RegisterRow.Index(after),
      basis: basis
    )
  }

  // MARK: Passes

  private struct CodeAndName: Hashable {
    let code: String
    let name: NameKey
  }

  mutating func byCode() {
    // Of a code that stands once in both, its rows are one firm whatever their names.
    let doubles = Set((doublesBefore + doublesAfter).map(\.creditCode))
    if !doubles.isEmpty {
      joinInOrder(
        .creditCode,
        before: zip(codesBefore, namesBefore).map { code, name in
          doubles.contains(code) ? CodeAndName(code: code, name: name) : nil
        },
        after: zip(codesAfter, namesAfter).map { code, name in
          doubles.contains(code) ? CodeAndName(code: code, name: name) : nil
        }
      )
    }
    joinInOrder(.creditCode, before: codesBefore.map(Self.key), after: codesAfter.map(Self.key))
  }

  private static func key(_ code: String) -> String? { code.isEmpty ? nil : code }

  mutating func byName() { joinInOrder(.name, before: namesBefore, after: namesAfter) }

  mutating func byFormerName() {
    guard formerNames.contains(where: { !$0.isEmpty }) else { return }
    var rows: [NameKey: [Int]] = [:]
    for row in namesBefore.indices where mateOfBefore[row] == nil {
      rows[namesBefore[row], default: []].append(row)
    }
    for row in formerNames.indices where mateOfAfter[row] == nil {
      let candidates = formerNames[row].lazy.flatMap { rows[$0] ?? [] }
      let found = candidates.first { before in
        let (code, next) = (codesBefore[before], codesAfter[row])
        return mateOfBefore[before] == nil && (code.isEmpty || next.isEmpty || code == next)
      }
      if let found { join(found, row, .formerName) }
    }
  }

  /// Joins rows that are left and have one key: the first with the first, the second with the second.
  private mutating func joinInOrder<Key: Hashable>(
    _ basis: RegisterDifference.Basis,
    before: [Key?],
    after: [Key?]
  ) {
    // The rows before, as a list for each key: the head, and the next of each row.
    var heads: [Key: Int] = [:]
    var next = Array(repeating: -1, count: mateOfBefore.count)
    for row in mateOfBefore.indices.reversed() where mateOfBefore[row] == nil {
      guard let key = before[row] else { continue }
      next[row] = heads.updateValue(row, forKey: key) ?? -1
    }
    for row in mateOfAfter.indices where mateOfAfter[row] == nil {
      guard let key = after[row], let head = heads[key], head >= 0 else { continue }
      heads[key] = next[head]
      join(head, row, basis)
    }
  }

  // MARK: Doubles

  /// The codes that occur more than once, in the order of their first rows.
  private static func doubles(in codes: [String]) -> [RegisterDifference.DoubleCode] {
    var firsts: [String: Int] = [:]
    var rows: [Int: [RegisterRow.Index]] = [:]
    for (row, code) in codes.enumerated() where !code.isEmpty {
      guard let first = firsts[code] else {
        firsts[code] = row
        continue
      }
      rows[first, default: [RegisterRow.Index(first)]].append(RegisterRow.Index(row))
    }
    return rows.sorted { $0.key < $1.key }.map { first, rows in
      RegisterDifference.DoubleCode(creditCode: codes[first], rows: rows)
    }
  }
}
