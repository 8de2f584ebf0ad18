import Bilingual
import ChainFiles
import ChainModel
import ChainRegisters
import ChainViews
import ChainWorkbooks
import Diagnostics

extension Attach {
  /// Takes a workbook that came back into the data set's folder, or shows what that would change.
  func file(_ path: String) throws(Failure) {
    let language = dataset.lang ?? Speech.language
    let bytes = try InputFile.read(path, in: dataset.lang)
    let place = try Session.locate(dataset)
    try FolderUpdate.settle(place, language)
    let folder: EditableFolder
    do throws(EditingFault) { folder = try EditableFolder(folder: place) } catch {
      throw Failure(error, in: language)
    }
    guard let before = folder.loaded.dataset else {
      Terminal.complain(renderer(language).report(folder.loaded))
      throw Failure(.faulty)
    }
    let spoken = dataset.lang ?? Speech.locale ?? before.language
    let read = ReviewForm.read(bytes, path: path)
    guard let form = read.form else {
      complain(read.diagnostics, read.source, spoken)
      throw Failure(.faulty)
    }
    let filed = DecisionFiling(form, into: before, path: path).filed()
    complain(filed.diagnostics, read.source, spoken)
    guard let after = filed.dataset else { throw Failure(.faulty) }
    let edit: FolderEdit
    do throws(EditingFault) { edit = try folder.edited(to: after) } catch {
      throw Failure(error, in: spoken)
    }
    let answer = Answer.filed(filed, edit.difference, after: after)
    if answer.rowCount > 0 || output.answerFormat != .table {
      try output.write(answer, language: spoken, date: after.date)
    }
    for note in answer.notes where output.answerFormat != .table || answer.rowCount == 0 {
      Terminal.tell(note[spoken])
    }
    try FolderUpdate(
      folder: folder,
      edit: edit,
      beside: filed.files.map { ($0.name, Array($0.text.utf8)) },
      isWriting: write,
      showsLines: diff,
      format: output.answerFormat,
      language: spoken
    ).run(
      unchanged: BilingualText(
        zh: "工作簿里没有要写入的判断",
        en: "nothing of the workbook is to be written"
      )
    )
  }

  private func complain(_ diagnostics: [Diagnostic], _ source: SourceText, _ language: Language) {
    guard !diagnostics.isEmpty else { return }
    Terminal.complain(renderer(language).report(diagnostics, [source.path: source]))
  }

  private func renderer(_ language: Language) -> DiagnosticRenderer {
    DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
  }
}
