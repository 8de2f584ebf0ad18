/// Duplicates in one register (record deduplication by key): rows that have the same credit code,
/// or the same name in another spelling.
///
/// They are told and never merged: two rows of a code may be a renamed firm, and two firms of a
/// name may be two.
package struct RegisterDoubles: Hashable, Sendable {
  /// Rows that share a credit code or a name.
  package struct Group: Hashable, Sendable {
    /// What they share: the credit code, or the name as the first row writes it.
    package let text: String
    /// The rows, ascending; two at least.
    package let rows: [FirmNumber]
  }

  /// Rows with one credit code, by their first row.
  package let codes: [Group]
  /// Rows with one name as `FirmKey` compares names, by their first row.
  package let names: [Group]

  /// The doubles among the rows of a register. Former names and aliases are not compared.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  package init(_ rows: [KnownFirm]) {
    codes = Self.groups(rows.map(\.creditCode)) {
      $0.flatMap { FirmNames.mayBeCode($0) ? $0 : nil }
    }
    .map { Group(text: rows[$0[0].index].creditCode ?? "", rows: $0) }
    names = Self.groups(rows.map { FirmKey($0.name) }) { $0.isEmpty ? nil : $0 }
      .map { Group(text: rows[$0[0].index].name, rows: $0) }
  }

  private static func groups<Value, Key: Hashable>(
    _ values: [Value],
    by key: (Value) -> Key?
  ) -> [[FirmNumber]] {
    var rows: [Key: [FirmNumber]] = [:]
    for (row, value) in values.enumerated() {
      if let key = key(value) { rows[key, default: []].append(FirmNumber(row)) }
    }
    return rows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
