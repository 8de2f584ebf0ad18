import Bilingual
import ChainFiles
import ChainModel
import ChainViews
import ChainWorkbooks
import Diagnostics

extension ImportWorkbook {
  /// Brings the folder up to date with what was edited in the workbook; what both sides changed
  /// differently waits for a choice, and the command fails while any does.
  func merge(
    _ workbook: EditedWorkbook,
    _ edited: Dataset,
    _ language: Language
  ) throws(Failure) {
    let folder = try folder(language)
    let current = try sound(folder.loaded, language)
    let joined: WorkbookMerge
    do throws(MergeFault) {
      joined = try WorkbookMerge(workbook, edited, folder.loaded, current)
    } catch {
      throw Failure(error, in: language)
    }
    let choices: [DatasetMerge.Row: DatasetMerge.Side]
    do throws(WorkbookMerge.ChoiceFault) {
      choices = try joined.choices(mine: mine, theirs: theirs)
    } catch {
      throw Failure(error, in: language)
    }
    if let remark = joined.remark { Terminal.tell(remark[language]) }
    let isThreeWay = joined.merge.hasMovedOn
    let merged: DatasetMerge.Merged
    do throws(MergeFault) { merged = try joined.merge.merged(choosing: choices) } catch {
      complain(of: joined.conflicts(choosing: choices), workbook, folder, language)
      throw Failure(error, in: language)
    }
    // Both lists are made of the difference by which the files are changed.
    let answer =
      isThreeWay
      ? Answer(joined.merge.lines(of: merged, choosing: choices), command: Self.command)
      : Answer(merged.difference, command: Self.command)
    try show(answer, language)
    complain(
      of: joined.conflicts(choosing: choices) + joined.warnings(of: merged),
      workbook,
      folder,
      language
    )
    let edit: FolderEdit
    do throws(EditingFault) { edit = try folder.edited(by: merged.difference) } catch {
      throw Failure(error, in: language)
    }
    try update(
      folder,
      edit,
      unchanged: isThreeWay
        ? BilingualText(zh: "工作簿里没有要写入的改动", en: "nothing of the workbook is to be written")
        : BilingualText(zh: "工作簿与数据集一致", en: "the workbook says what the data set says"),
      language
    )
    let refused = joined.refused(choosing: choices)
    guard refused > 0 else { return }
    throw Failure(
      .faulty,
      BilingualText(
        zh: "\(refused) 行两边改得不同，没有写入；用 --mine 或 --theirs 选定",
        en: (refused == 1
          ? "1 row that both sides changed is"
          : "\(refused) rows that both sides "
            + "changed are") + " not written; choose with --mine or --theirs"
      ),
      in: language
    )
  }

  private func complain(
    of conflicts: [Diagnostic],
    _ workbook: EditedWorkbook,
    _ folder: EditableFolder,
    _ language: Language
  ) {
    guard !conflicts.isEmpty else { return }
    let sources = workbook.loaded.sources.merging(folder.loaded.sources) { first, _ in first }
    Terminal.complain(renderer(language).report(conflicts, sources))
  }
}
