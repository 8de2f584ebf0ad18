/// Where a cell's text lies in the bytes that were read: without its quotes, doubled quotes undone.
package struct CSVCell: BitwiseCopyable, Sendable {
  @usableFromInline static let quoteMark: UInt32 = 1 << 31

  /// Where the text begins.
  package let start: UInt32
  @usableFromInline let marked: UInt32

  @inlinable
  package init(start: Int, count: Int, isQuoted: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    marked = UInt32(truncatingIfNeeded: count) | (isQuoted ? Self.quoteMark : 0)
  }

  /// How many bytes the text has.
  @inlinable package var count: Int { Int(marked & ~Self.quoteMark) }

  /// Whether quotes stand around it.
  @inlinable package var isQuoted: Bool { marked & Self.quoteMark != 0 }

  /// Where the text lies.
  @inlinable package var range: Range<Int> { Int(start)..<Int(start) + count }

  /// Where the cell lies, with its quotes; a cell of doubled quotes is longer than that by them.
  package var written: Range<Int> {
    isQuoted ? range.lowerBound - 1..<range.upperBound + 1 : range
  }
}

/// A row that has more or fewer cells than the header.
package struct RaggedRow: Hashable, Sendable {
  /// Where the row lies, without the end of its line.
  package let range: Range<Int>
  /// How many cells it has.
  package let cellCount: Int
}

/// What keeps the rest of a file from being told apart into rows.
package struct CSVBreak: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// A quote stands inside a cell that does not begin with one.
    case strayQuote
    /// Something follows the quote that ends a cell.
    case textAfterQuote
    /// No quote ends the cell.
    case unterminatedQuote
    /// A carriage return stands alone.
    case bareReturn
    /// A byte of zero.
    case nul
  }

  package let problem: Problem
  /// The byte that it is seen at.
  package let position: Int

  package init(_ problem: Problem, at position: Int) {
    self.problem = problem
    self.position = position
  }
}
