import YAML

extension DraftWriter {
  /// The chains that the clusters use, one for all the clusters that use it; `nil` where there are none.
  func chains() -> String? {
    guard let uses = document.matching?.uses, !uses.isEmpty else { return nil }
    var text = "# 按文件用词对上的参考产业链；逐条核对 review.md，不用的删去。\nuses:\n"
    var seen: Set<String> = []
    for use in uses where seen.insert(use.chain).inserted {
      let same = uses.filter { $0.chain == use.chain }
      var words: Set<String> = []
      let told = same.flatMap(\.words).filter { words.insert($0).inserted }
      var entry = YAMLEntry()
      entry.add("chain", yaml: use.chain)
      entry.add("edition", yaml: "\"\(use.edition)\"")
      entry.add(
        "for",
        same.map { names.reference(to: clusterNames[$0.cluster], of: "cluster") }
      )
      var cited: Set<String> = []
      let cites = same.flatMap(\.cites).filter { cited.insert($0.segment).inserted }
        .map { (field: YAMLText.scalar($0.segment), value: YAMLText.scalar($0.place)) }
      if !cites.isEmpty { entry.add("cites", yaml: YAMLText.mapping(cites)) }
      text += "  # \(told.joined(separator: "、"))\n"
      text += entry.item().joined(separator: "\n") + "\n"
    }
    return text
  }

  /// Adds what the document says of segments, each with its place.
  func addTestimonies(to entry: inout YAMLEntry) {
    let testimonies = document.matching?.testimonies ?? []
    for field in ["statesRunning", "statesShort", "statesLacking", "statesWanted"] {
      let items = testimonies.filter { $0.field == field }.map { testimony in
        YAMLText.mapping([
          (field: "to", value: YAMLText.scalar("segment:\(testimony.segment)")),
          (field: "source", value: YAMLText.scalar(testimony.place)),
        ])
      }
      entry.add(field, items: items)
    }
  }
}
