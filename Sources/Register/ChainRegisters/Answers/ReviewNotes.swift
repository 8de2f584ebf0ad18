package import Bilingual
import ChainModel
import ChainQueries
import RegisterMatching
import RegisterReader

/// What is told of a review beside its rows: all that was counted, kept, left out or changed.
extension RegisterReview {
  /// The remarks, the most important first.
  ///
  /// - Complexity: O(*n*) over the rows, for what stands twice and for surveys.
  package var notes: [BilingualText] {
    countNotes + decidedNotes + doubleNotes + differenceNotes + surveyNotes
  }

  /// How many remarks of one sort are made in full.
  private static let mostTold = 5

  private var countNotes: [BilingualText] {
    let certain = questions.count { $0.band == .certain }
    let possible = questions.count { $0.band == .possible }
    let rest = questions.count - possible - certain
    let firms = Set(questions.map(\.row)).count
    var notes = [
      BilingualText(
        zh: "\(register.rows.count) 家企业，问 \(firms) 家的 \(questions.count) 条"
          + "（可能 \(possible)，待看 \(rest)）；这些都只是建议，不写入数据",
        en: "\(register.rows.count) firms, \(questions.count) questions on \(firms) of them "
          + "(\(possible) possible, \(rest) to review); all are proposals, and nothing is written"
      )
    ]
    func note(_ count: Int, _ zh: String, _ en: String) {
      if count > 0 { notes.append(BilingualText(zh: zh, en: en)) }
    }
    note(
      certain,
      "\(certain) 条属于本地判断证明可靠的凭据，工作簿中预填为“是”",
      "\(certain) rest on evidence that this city's decisions proved; yes is filled in for them"
    )
    note(
      counts.similar,
      "另有 \(counts.similar) 条只是文字相近，没有列出；加 --similar 列出",
      "\(counts.similar) more are alike in wording alone and not listed; --similar lists them"
    )
    note(
      counts.withheld,
      "另有 \(counts.withheld) 条排在各家前五条之后，没有列出；用 --within 只看某个环节",
      "\(counts.withheld) more stand behind the five best of their firms and are not listed; --within "
        + "looks at one segment alone"
    )
    note(
      counts.unchanged,
      "\(counts.unchanged) 条出自与上一份相同的行，没有再问",
      "\(counts.unchanged) are of rows that the earlier register had alike, and are not asked"
    )
    note(
      counts.repeated,
      "\(counts.repeated) 条出自同一信用代码的另一行，没有再问",
      "\(counts.repeated) are of another row of the same credit code, and are not asked"
    )
    note(
      counts.silent,
      "\(counts.silent) 家没有任何建议",
      "nothing is proposed for \(counts.silent) firms"
    )
    note(
      counts.bare,
      "\(counts.bare) 家只有名称可用：没有主要产品、经营范围和行业代码",
      "of \(counts.bare) firms the name alone is known: no products, scope or industry code"
    )
    for (rows, zh, en) in [
      (
        counts.closed, "家已注销、吊销或迁出，没有问",
        "firms are deregistered or have left, and are not asked about"
      ),
      (counts.here, "家是本地企业，不作目标企业", "firms are enterprises of here, and no targets"),
      (
        counts.strangeStatuses, "家的登记状态看不懂，当作仍在",
        "firms have a registration that is not understood, and are taken to be here"
      ),
      (
        counts.badCodes, "家的信用代码不对，按名称认",
        "firms have a wrong credit code and are known by name"
      ),
    ] {
      note(
        rows.count,
        "\(rows.count) \(zh)：行 \(numbers(rows, .zh))",
        "\(rows.count) \(en): row \(numbers(rows, .en))"
      )
    }
    return notes
  }

  private var decidedNotes: [BilingualText] {
    var notes: [BilingualText] = []
    func note(_ count: Int, _ zh: String, _ en: String) {
      if count > 0 { notes.append(BilingualText(zh: zh, en: en)) }
    }
    let known = FirmDecision.Verdict.allCases.map { counts.decided[$0] ?? 0 }
    note(
      known.reduce(0, +),
      "已有判断、不再问：是 \(known[0])，否 \(known[1])，存疑 \(known[2])",
      "decided before and not asked again: \(known[0]) yes, \(known[1]) no, \(known[2]) unsure"
    )
    for reason in Reason.allCases where reason != .undecided {
      let those = questions.filter { $0.reason == reason }
      let firms = those.map { register[$0.row].name }.uniqued()
      note(
        those.count,
        "\(those.count) 条再问（\(reason.label.zh)）：\(list(firms, .zh))",
        "\(those.count) are asked again (\(reason.label.en)): \(list(firms, .en))"
      )
    }
    note(
      lost.count,
      "\(lost.count) 条判断所指的环节已不在数据集中，或不止一个：\(list(lost.map(\.segment).uniqued(), .zh))",
      "\(lost.count) decisions are on segments that are gone, or several: "
        + list(lost.map(\.segment).uniqued(), .en)
    )
    note(
      gone.count,
      "\(gone.count) 条判断为是的企业不在这份名录中：\(list(gone.map(\.firm).uniqued(), .zh))",
      "\(gone.count) decisions of yes are on firms that this register has not: "
        + list(gone.map(\.firm).uniqued(), .en)
    )
    return notes
  }

  private var doubleNotes: [BilingualText] {
    let doubles = doubles()
    // Rows of one code are told by that.
    let told = Set(doubles.codes.map(\.rows))
    let groups = doubles.codes + doubles.names.filter { !told.contains($0.rows) }
    let notes = groups.prefix(Self.mostTold).map { group in
      let rows = group.rows.map { String(register.rows[$0.index].number) }
      return BilingualText(
        zh: "“\(group.text)”有 \(group.rows.count) 行：\(list(rows, .zh))；没有合并",
        en: "'\(group.text)' has \(group.rows.count) rows: \(list(rows, .en)); they are not merged"
      )
    }
    let rest = groups.count - notes.count
    guard rest > 0 else { return notes }
    return notes + [
      BilingualText(
        zh: "另有 \(rest) 个信用代码或名称有几行",
        en: "\(rest) more credit codes or names have several rows"
      )
    ]
  }

  private var differenceNotes: [BilingualText] {
    guard let difference, let earlier = limits.earlier else { return [] }
    func names(_ pairs: [RegisterDifference.Pair]) -> [String] {
      pairs.map { register[$0.after].name }
    }
    let renamed = difference.renamed.map { pair in
      "\(earlier[pair.before].name) → \(register[pair.after].name)"
    }
    let parts: [(zh: String, en: String, names: [String])] = [
      ("新增", "new", difference.new.map { register[$0].name }),
      ("减少", "gone", difference.gone.map { earlier[$0].name }), ("更名", "renamed", renamed),
      ("内容有变", "changed", names(difference.changed)),
      ("登记状态有变", "with another registration", names(difference.restated)),
      ("信用代码有变", "with another credit code", names(difference.recoded)),
    ]
    return [
      BilingualText(
        zh: "与上一份名录相比，未变 \(difference.unchanged) 家；一家可有几项变化：",
        en:
          "since the earlier register \(difference.unchanged) are unchanged; a firm may have changed "
          + "in several ways:"
      )
    ]
      + parts.filter { !$0.names.isEmpty }.map { part in
        BilingualText(
          zh: "\(part.zh) \(part.names.count)：\(list(part.names, .zh))",
          en: "\(part.names.count) \(part.en): \(list(part.names, .en))"
        )
      }
  }

  private var surveyNotes: [BilingualText] {
    let offered = offeredSurveys()
    guard offered.count > Self.mostTold else {
      return offered.map { $0.words(in: dataset.graph) }
    }
    return [
      BilingualText(
        zh: "\(offered.count) 个环节可作摸排；用 --surveys 写出",
        en: "surveys of \(offered.count) segments are supported; --surveys writes them"
      )
    ]
  }

  private func numbers(_ rows: [RegisterRow.Index], _ language: Language) -> String {
    list(rows.map { String(register[$0].number) }, language)
  }

  /// The first few, and whether there are more.
  private func list(_ texts: [String], _ language: Language) -> String {
    let shown = texts.prefix(Self.mostTold).joined(separator: language == .zh ? "、" : ", ")
    return shown + (texts.count > Self.mostTold ? (language == .zh ? " 等" : ", …") : "")
  }
}
