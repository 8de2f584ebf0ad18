import Bilingual
package import ChainModel
package import ChainViews

extension Answer {
  /// What filing answers changes: the difference of the data, how many answers of each verdict, and how good
  /// proposals have been so far.
  package static func filed(
    _ filed: DecisionFiling.Filed,
    _ difference: DatasetDifference,
    after: Dataset
  ) -> Answer {
    let changes = Answer(difference, command: "attach")
    let counts = FirmDecision.Verdict.allCases.map { filed.counts[$0] ?? 0 }
    var notes = [
      BilingualText(
        zh: "判断：是 \(counts[0])，否 \(counts[1])，存疑 \(counts[2])；空着 \(filed.open)，下次再问"
          + (filed.nameCount > 0 ? "；名称对照 \(filed.nameCount) 条" : "")
          + (filed.termCount > 0 ? "；检索词 \(filed.termCount) 个" : ""),
        en:
          "decided: \(counts[0]) yes, \(counts[1]) no, \(counts[2]) unsure; \(filed.open) left open, "
          + "to be asked again"
          + (filed.nameCount > 0 ? "; \(filed.nameCount) names compared" : "")
          + (filed.termCount > 0 ? "; \(filed.termCount) terms" : "")
      )
    ]
    for isOutside in [false, true] {
      let record = DecisionRecord(KnownDecisions(of: after, isOutside: isOutside))
      guard !record.lines.isEmpty else { continue }
      notes.append(
        isOutside
          ? BilingualText(zh: "外地名录的建议有多准：", en: "how good proposals of elsewhere have been:")
          : BilingualText(zh: "本地判断中，建议有多准：", en: "how good proposals have been here:")
      )
      notes += record.lines
    }
    return Answer(
      command: changes.command,
      title: changes.title,
      sections: changes.sections,
      notes: changes.notes + notes
    )
  }
}
