import Diagnostics

/// What changed from one register to the next: a record linkage by exact keys, credit code first, then
/// full name, then former names.
///
/// ```swift
/// let difference = RegisterDifference(from: lastMonth, to: thisMonth)
/// for pair in difference.renamed { print(lastMonth[pair.before].name, thisMonth[pair.after].name) }
/// ```
///
/// Names are compared as everywhere: without spaces, width and case (``NameKey``); codes without spaces
/// and case. Each row is joined with one at most, in three passes over the rows that are left:
/// 1. Of the rows of one code, those of one name, then the rest, each in the order of the files.
/// 2. Of the rows of one name, in the order of the files, whatever their codes.
/// 3. In the order of this register and of its former names, the first row before that had this name,
///    unless both have codes and these differ: names are given to other firms in time.
///
/// Every list is in the order of the register that it speaks of.
package struct RegisterDifference: Sendable, Hashable {
  /// How two rows were found to be one firm.
  package enum Basis: String, Sendable, Hashable, CaseIterable {
    case creditCode, name, formerName
  }

  /// One firm in both registers.
  package struct Pair: Sendable, Hashable {
    /// The row of the register before.
    package let before: RegisterRow.Index
    /// The row of this register.
    package let after: RegisterRow.Index
    /// How they were found.
    package let basis: Basis

    /// A pair of rows.
    package init(before: RegisterRow.Index, after: RegisterRow.Index, basis: Basis) {
      (self.before, self.after, self.basis) = (before, after, basis)
    }
  }

  /// A code that several rows of one register have.
  package struct DoubleCode: Sendable, Hashable {
    /// The code, half-width and in capitals.
    package let creditCode: String
    /// Its rows, ascending; two at least.
    package let rows: [RegisterRow.Index]
  }

  /// Every firm that is in both, in the order of this register.
  package let pairs: [Pair]
  /// The rows that no row before is joined with.
  package let new: [RegisterRow.Index]
  /// The rows before that are joined with none.
  package let gone: [RegisterRow.Index]
  /// The pairs whose names differ.
  package let renamed: [Pair]
  /// The pairs whose fingerprints differ.
  package let changed: [Pair]
  /// The pairs that both have codes, and not the same.
  package let recoded: [Pair]
  /// The pairs whose status of registration differs.
  package let restated: [Pair]
  /// How many pairs are in none of these.
  package let unchanged: Int
  /// The double codes of the register before, in the order of their first rows.
  package let doublesBefore: [DoubleCode]
  /// The double codes of this register, in the order of their first rows.
  package let doublesAfter: [DoubleCode]

  /// What changed from one register to another.
  ///
  /// - Complexity: O(*n*) over the rows and their texts, expected.
  package init(from before: Register, to after: Register) {
    self.init(from: before.rows, to: after.rows)
  }

  /// What changed from some rows to others.
  ///
  /// - Complexity: O(*n*) over the rows and their texts, expected.
  package init(from before: [RegisterRow], to after: [RegisterRow]) {
    var join = RegisterJoin(before, after)
    join.byCode()
    join.byName()
    join.byFormerName()
    pairs = join.pairs
    new = join.unjoinedAfter
    gone = join.unjoinedBefore
    doublesBefore = join.doublesBefore
    doublesAfter = join.doublesAfter
    var lists: (renamed: [Pair], changed: [Pair], recoded: [Pair], restated: [Pair]) = (
      [], [], [], []
    )
    var unchanged = 0
    for pair in pairs {
      let (one, other) = (before[pair.before.offset], after[pair.after.offset])
      let (code, next) = (join.codesBefore[pair.before.offset], join.codesAfter[pair.after.offset])
      let isRenamed = NameKey(one.name) != NameKey(other.name)
      let isChanged = one.fingerprint != other.fingerprint
      let isRecoded = !code.isEmpty && !next.isEmpty && code != next
      let isRestated = one.status != other.status
      if isRenamed { lists.renamed.append(pair) }
      if isChanged { lists.changed.append(pair) }
      if isRecoded { lists.recoded.append(pair) }
      if isRestated { lists.restated.append(pair) }
      if !isRenamed, !isChanged, !isRecoded, !isRestated { unchanged += 1 }
    }
    (renamed, changed, recoded, restated) = lists
    self.unchanged = unchanged
  }
}
