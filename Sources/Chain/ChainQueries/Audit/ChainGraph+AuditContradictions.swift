import Bilingual
import ChainModel
import GraphKernel

/// Evidence of one segment that does not go together. The verdict takes the first that holds; that
/// another says otherwise is told here.
extension ChainGraph {
  /// Segments that flow into themselves, which says nothing of the chain and is as a rule a slip.
  func selfSuppliers() -> [Finding] {
    ontology.flowKinds.flatMap { nodes(of: $0) }.compactMap { segment in
      let own = relations(of: segment, at: .source, .flow).first { $0.target == segment }
      guard let own else { return nil }
      let phrase = ontology[own.kind]?.label ?? BilingualText(same: own.kind.name)
      let name = name(of: segment)
      return (
        segment,
        BilingualText(
          zh: "“\(name)”\(phrase.zh)的是它自己",
          en: "'\(name)' \(phrase.en) itself"
        )
      )
    }
  }

  func contradictions() -> [Finding] {
    ontology.flowKinds.flatMap { nodes(of: $0) }.flatMap { segment -> [Finding] in
      let assessment = assessment(of: segment)
      return notFound(assessment) + outdatedShortage(assessment)
    }
  }

  /// A survey looked at the segment and its record has nothing to show, while others say that it is
  /// here.
  private func notFound(_ assessment: Assessment) -> [Finding] {
    guard assessment.verdict.isPresent else { return [] }
    let here = assessment.evidence.filter { evidence in
      evidence.nature.isPresence && evidence.subject == assessment.segment
        && !(evidence.nature == .short && kind(of: evidence.giver) == .survey)
    }
    return surveys(of: assessment).filter { survey in !here.contains { isRecorded($0, by: survey) }
    }
    .compactMap { survey in
      let givers = here.map(\.giver)
      guard !givers.isEmpty else { return nil }
      let (name, segment) = (name(of: survey.giver), name(of: assessment.segment))
      return (
        assessment.segment,
        BilingualText(
          zh: "“\(name)”查过“\(segment)”而没有记下什么，别处却说有：\(names(givers, .zh))；请核对",
          en: "'\(name)' looked at '\(segment)' and records nothing, while it is said to be here: "
            + "\(names(givers, .en)); check it"
        )
      )
    }
  }

  /// A survey called the segment short, and a later one that looked at it did not.
  private func outdatedShortage(_ assessment: Assessment) -> [Finding] {
    let surveys = surveys(of: assessment)
    let shortages = assessment.evidence.filter {
      $0.nature == .short && $0.subject == assessment.segment
    }
    return shortages.compactMap { shortage in
      guard let begin = date(of: shortage.giver) else { return nil }
      let later = surveys.first { survey in
        date(of: survey.giver).map { begin.isBefore($0) } == true
          && !shortages.contains { isRecorded($0, by: survey) }
      }
      guard let later else { return nil }
      let (first, second) = (name(of: shortage.giver), name(of: later.giver))
      let segment = name(of: assessment.segment)
      return (
        assessment.segment,
        BilingualText(
          zh: "“\(first)”称“\(segment)”不足，较晚的“\(second)”没有这样说；结论仍按不足，请核对",
          en: "'\(first)' calls '\(segment)' short and the later '\(second)' does not; the verdict "
            + "stays short: check it"
        )
      )
    }
  }

  /// The surveys that hold and name the segment itself.
  private func surveys(of assessment: Assessment) -> [Evidence] {
    assessment.evidence.filter { $0.nature == .surveyed && $0.subject == assessment.segment }
  }

  /// Whether a survey, or the record that it cites, says so.
  private func isRecorded(_ evidence: Evidence, by survey: Evidence) -> Bool {
    evidence.giver == survey.giver
      || evidence.relation.origin.document == survey.relation.origin.document
  }

  private func date(of survey: NodeIndex) -> CalendarDate? {
    guard case .date(let date) = attribute(.date, of: survey) else { return nil }
    return date
  }
}

extension Evidence.Nature {
  /// Whether it shows that something is here.
  var isPresence: Bool {
    switch self {
    case .operating, .completed, .sign, .running, .short: true
    case .building, .surveyed, .lacking, .wanted, .planned, .general, .expired: false
    }
  }
}
