package import Bilingual
package import ChainModel
import ChainQueries
package import GraphKernel
import RegisterReader
import YAML

/// A survey that a register supports: every firm of a size class whose industry code is one of the segment's has
/// been decided. Offered, and never written by itself.
package struct OfferedSurvey: Sendable, Hashable {
  /// Which firms were looked at.
  package enum SizeClass: String, Sendable, Hashable, CaseIterable {
    /// 全部.
    case all
    /// 规上: above the scale from which statistics count a firm.
    case aboveScale

    /// The word that a survey's scope says.
    package var word: String { self == .all ? "全部" : "规上" }
  }

  package let segment: NodeIndex
  package let size: SizeClass
  /// How many firms of the class the register has.
  package let firmCount: Int
  /// How many of them were decided yes.
  package let yes: Int
}

extension RegisterReview {
  /// The surveys that the decisions so far support, in the order of the data's segments; of two classes of one
  /// segment the wider.
  ///
  /// A segment gets none while anything that is possible is open on it, when a survey of it holds already, when
  /// it has no industry codes, or the register no firm of them: that a register has nobody says nothing about
  /// whom it does not list. A firm without a code, or with one that is wider than the segment's, is one that
  /// nobody looked at unless it was decided here.
  ///
  /// - Complexity: O(*n* · *c*) over rows and the segments' codes.
  package func offeredSurveys() -> [OfferedSurvey] {
    guard limits.earlier == nil, !limits.isOutside else { return [] }
    var verdicts: [NodeIndex: [RegisterRow.Index: FirmDecision.Verdict]] = [:]
    for (row, known) in settled {
      verdicts[known.segment, default: [:]][row] = known.decision.verdict
    }
    let open = Set(questions.filter { $0.band != .review }.map(\.segment))
    let firms = register.rows.enumerated()
      .filter { !RegistrationStatus($0.element.status).hasEnded }
      .map { offset, row in
        CodedFirm(
          index: RegisterRow.Index(offset),
          code: try? IndustryCode(parsing: row.industryCode, edition: row.industryEdition ?? 2017),
          isAboveScale: row.isAboveScale
        )
      }
    return segments.nodes.enumerated().compactMap { position, segment -> OfferedSurvey? in
      guard segments.isAsked[position], !open.contains(segment), let known = verdicts[segment],
        !dataset.graph.assessment(of: segment).isClosed
      else { return nil }
      let codes = segments.words[position].industryCodes
        .compactMap { try? IndustryCode(parsing: $0) }
      let inside = firms.filter { firm in
        firm.code.map { code in codes.contains { $0.contains(code) } } ?? false
      }
      for size in OfferedSurvey.SizeClass.allCases where !inside.isEmpty {
        let members = inside.filter { size == .all || $0.isAboveScale }
        let unclear = firms.filter { firm in
          (size == .all || firm.isAboveScale) && known[firm.index] == nil
            && (firm.code.map { code in codes.contains { code.contains($0) && code != $0 } } ?? true)
        }
        let found = members.compactMap { known[$0.index] }.filter { $0 != .unsure }
        guard !members.isEmpty, unclear.isEmpty, found.count == members.count else { continue }
        return OfferedSurvey(
          segment: segment,
          size: size,
          firmCount: members.count,
          yes: found.count { $0 == .yes }
        )
      }
      return nil
    }
  }

  private struct CodedFirm {
    let index: RegisterRow.Index
    let code: IndustryCode?
    let isAboveScale: Bool
  }

  /// The entries of surveys that somebody may add to the data set's folder, one for each size class.
  package func text(
    of surveys: [OfferedSurvey],
    on date: CalendarDate,
    _ language: Language
  ) -> String {
    // The register that the decisions were filed under.
    let names = settled.map(\.known.register)
    let cited = names.contains(register.title) ? register.title : names.first ?? register.title
    let entries = OfferedSurvey.SizeClass.allCases.compactMap { size -> YAMLEntry? in
      let those = surveys.filter { $0.size == size }
      guard !those.isEmpty else { return nil }
      var entry = YAMLEntry(name: "名录摸排 \(date)（\(register.title)，\(size.word)）")
      entry.add("date", yaml: "\(date)")
      entry.add("method", "register")
      entry.add("scope", size.word)
      entry.add(
        "source",
        yaml: YAMLText.mapping([
          ("document", YAMLText.scalar(cited)), ("place", YAMLText.scalar("名录比对")),
        ])
      )
      entry.add("surveys", those.map { dataset.graph.name(of: $0.segment) })
      return entry
    }
    let comment = BilingualText(
      zh: "名录中这些环节的企业都已判断；放进数据集文件夹，就算查过",
      en:
        "all firms of these segments in the register are decided; in the data set's folder they count "
        + "as surveyed"
    )
    return YAMLText.file(comment[language], [("survey", entries)])
  }
}

extension RegisterRow {
  /// 规上, 规模以上.
  fileprivate var isAboveScale: Bool {
    scale.contains { $0.contains("规上") || $0.contains("规模以上") }
  }
}

extension OfferedSurvey {
  /// What is told of it.
  package func words(in graph: ChainGraph) -> BilingualText {
    let name = graph.name(of: segment)
    return BilingualText(
      zh: "可作摸排：“\(name)”的行业代码下 \(size == .all ? "" : "规上")企业 \(firmCount) 家都已判断"
        + "（是 \(yes)）；用 --surveys 写出",
      en: "a survey is supported: all \(firmCount) firms of the codes of '\(name)'"
        + (size == .all ? "" : " that are above scale")
        + " are decided (\(yes) yes); --surveys writes it"
    )
  }
}
