import Diagnostics

/// A sheet as it is written: headings, and rows of texts.
struct SheetDraft {
  struct Column {
    var heading: String
    /// What stands in the note on the heading.
    var note: String
    /// What a cell can be, where it is one of a few words.
    var choices: [String] = []
    /// Whether its values are whole numbers, to be reckoned with.
    var isNumber = false
    /// Whether people do not see it.
    var isHidden = false
  }

  var name: String
  var columns: [Column]
  var rows: [[String]]
  /// Whether people do not see it.
  var isHidden = false
}
