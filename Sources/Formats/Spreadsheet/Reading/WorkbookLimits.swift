/// How much of a workbook is read before it is refused: one made to harm meets an error here.
package struct WorkbookLimits: Hashable, Sendable {
  /// The most cells that hold something, in all sheets together; also the most shared texts.
  package var cells = 2_000_000
  /// The most merged ranges of a sheet.
  package var merges = 200_000
  /// The most bytes that one part of the file may unpack to.
  package var partBytes = 128 << 20
  /// The most bytes that all parts that are read may unpack to.
  package var totalBytes = 512 << 20

  package init() {}
}
