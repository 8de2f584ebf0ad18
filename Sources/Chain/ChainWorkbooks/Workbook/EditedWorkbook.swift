package import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import Spreadsheet

/// A workbook that came back: the data set that it says, and what it was made from.
package struct EditedWorkbook {
  /// What came of reading it.
  package let loaded: Loaded
  /// The state of the data set of which the workbook was made, where it carries that.
  let exported: Dataset?
  /// What that state is known by; `nil` for a workbook that no export wrote, or an old one.
  let fingerprint: Fingerprint?
  private let path: String
  private let places: WorkbookPlaces
  private let text: GridText?

  /// Reads the bytes of a workbook.
  ///
  /// - Parameter path: by which messages name it.
  package init(_ bytes: [UInt8], path: String) {
    let whole = Diagnostic.Location(path: path, range: nil)
    func refused(_ diagnostic: Diagnostic) -> Loaded {
      Loaded(dataset: nil, diagnostics: [diagnostic]) { _ in whole }
    }
    let contents: WorkbookContents
    do throws(WorkbookFault) { contents = try WorkbookContents(bytes: bytes) } catch {
      self.init(refused: refused(Diagnostic(error, path: path)), path)
      return
    }
    guard let grids = Grid.grids(of: contents) else {
      self.init(refused: refused(.tooManyCells(limit: Grid.mostCells, path: path)), path)
      return
    }
    self.init(grids, path: path)
  }

  private init(refused loaded: Loaded, _ path: String) {
    (self.loaded, self.path) = (loaded, path)
    (exported, fingerprint, places, text) = (nil, nil, WorkbookPlaces(), nil)
  }

  init(_ grids: [Grid], path: String) {
    var reader = WorkbookReader(grids, path: path)
    loaded = reader.read()
    self.path = path
    exported = reader.exported?.dataset
    // The state that travels along is the surer witness: a first sheet may come from elsewhere.
    fingerprint = reader.exported?.fingerprint ?? reader.fingerprint
    (places, text) = (reader.places, reader.text)
  }

  /// Where a node's field stands; the cell of its name where the sheet has no such column.
  func place(of node: NodeIndex, _ field: String) -> Diagnostic.Location {
    guard let text, let (sheet, row, column) = places.cell(of: node, field) else {
      return loaded.place(of: node)
    }
    let range = text.range(sheet: sheet, row: row, column: column)
    return Diagnostic.Location(
      path: path,
      range: range,
      cell: text.source.cell(ofLine: range.start.line)
    )
  }

  /// The file as a whole.
  var whole: Diagnostic.Location { Diagnostic.Location(path: path, range: nil) }
}

extension EditedWorkbook {
  /// The row of a node as people name it: `企业:12`.
  func row(of node: NodeIndex) -> String? {
    guard let (_, row) = places.row(of: node), let sheet = loaded.place(of: node).cell?.sheet else {
      return nil
    }
    return "\(sheet):\(row + 1)"
  }
}
