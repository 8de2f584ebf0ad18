public import ChainFiles
public import ChainModel
import Diagnostics

/// The folder of a data set of YAML whose files are to be changed, read once and whole.
public struct EditableFolder {
  /// Where it stands.
  public let folder: String
  /// What came of reading it.
  public let loaded: Loaded
  /// The bytes by name below the folder, of all files that are data.
  package let files: [String: [UInt8]]
  let trace: EntryTrace

  /// Reads the folder.
  ///
  /// - Throws: ``EditingFault/tables`` when its facts do not stand in YAML.
  public init(folder path: String) throws(EditingFault) {
    var folder = path
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let contents = FolderContents(folder: folder)
    if contents.isBulk { throw .tables }
    var diagnostics: [Diagnostic] = []
    let files = contents.dataFiles(diagnostics: &diagnostics)
    self.init(folder: folder, files: files, faults: diagnostics)
  }

  init(folder: String, files: [String: [UInt8]], faults: [Diagnostic] = []) {
    self.folder = folder
    self.files = files
    var reader = DatasetReader(FolderContents(folder: folder, files: files), isTracing: true)
    let read = reader.read()
    trace = reader.trace ?? EntryTrace()
    loaded =
      faults.isEmpty
      ? read
      : Loaded(
        dataset: nil,
        diagnostics: faults + read.diagnostics,
        sources: read.sources,
        places: read.place
      )
  }

  /// The smallest changes of the files after which they say what `dataset` says; nothing is written.
  ///
  /// Comments, order, quotes, indentation and every line that need not change stay as they are. The
  /// changed files are read in memory and compared with `dataset` before they are given out.
  ///
  /// - Precondition: The folder was read without errors.
  /// - Complexity: O(*n*) over the bytes of the folder, twice.
  public func edited(to dataset: Dataset) throws(EditingFault) -> FolderEdit {
    guard let before = loaded.dataset else { preconditionFailure("a folder with errors") }
    return try edited(by: DatasetDifference(from: before, to: dataset))
  }

  /// The smallest changes of the files by which `difference` is written; see ``edited(to:)``.
  ///
  /// - Precondition: It sets out from the data set that was read.
  package func edited(by difference: DatasetDifference) throws(EditingFault) -> FolderEdit {
    let dataset = difference.after
    var editor = FolderEditor(self, difference)
    let after = difference.isEmpty ? [:] : try editor.files()
    let names = after.keys.sorted()
    let changed = names.compactMap { name -> FolderEdit.File? in
      guard let bytes = after[name], bytes != files[name] else { return nil }
      return FolderEdit.File(name: name, before: files[name], after: bytes)
    }
    try check(changed, dataset)
    return FolderEdit(difference: difference, files: changed, notes: editor.notes)
  }

  /// Whether the files on disk are still those that were read, byte for byte; none is parsed.
  ///
  /// - Complexity: O(*n*) over the bytes of the folder.
  public func isAsRead() -> Bool {
    let contents = FolderContents(folder: folder)
    guard !contents.isBulk else { return false }
    // What cannot be read is missing among the files, and so tells a change.
    var diagnostics: [Diagnostic] = []
    return contents.dataFiles(diagnostics: &diagnostics) == files
  }

  private func check(
    _ changed: [FolderEdit.File],
    _ dataset: Dataset
  ) throws(EditingFault) {
    var result = files
    for file in changed { result[file.name] = file.after }
    let read = Dataset.load(folder: folder, files: result)
    guard let after = read.dataset else {
      let fault = read.diagnostics.first { $0.severity == .error }
      throw .unfaithful(fault.map { "\($0.location?.text ?? ""): \($0.message.en)" } ?? "")
    }
    let rest = DatasetDifference(from: dataset, to: after)
    guard rest.isEmpty else { throw .unfaithful(rest.firstChange) }
  }
}

/// What is to be changed in a folder.
public struct FolderEdit: Sendable {
  /// A file that changes.
  public struct File: Sendable {
    /// Where it stands below the folder.
    public let name: String
    /// What it holds; `nil` when it is new.
    public let before: [UInt8]?
    /// What it will hold.
    public let after: [UInt8]
  }

  /// What the new data set says that the folder does not, and the other way.
  public let difference: DatasetDifference
  /// The files that change, in name order; none is removed.
  public let files: [File]
  /// What a person should know beside.
  public let notes: [FolderEdit.Note]
}
