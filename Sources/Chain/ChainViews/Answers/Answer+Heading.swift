public import Bilingual

extension Answer {
  /// What stands over the list on paper: its title, else a word for the command, with the subject's
  /// name.
  public var heading: BilingualText {
    if let title { return title }
    guard let name = subject?.name else { return label }
    return BilingualText(zh: name + label.zh, en: "\(label.en): \(name)")
  }

  /// The word for the command, without a subject.
  var label: BilingualText { Self.labels[command] ?? BilingualText(same: command) }

  private static let labels: [String: BilingualText] = [
    "find": BilingualText(zh: "查找结果", en: "Search results"),
    "show": BilingualText(zh: "概况", en: "Facts"),
    "upstream": BilingualText(zh: "上游环节清单", en: "Upstream segments"),
    "downstream": BilingualText(zh: "下游环节清单", en: "Downstream segments"),
    "paths": BilingualText(zh: "供给路径清单", en: "Supply paths"),
    "layers": BilingualText(zh: "上中下游环节清单", en: "Segments by stage"),
    "gaps": BilingualText(zh: "缺链清单", en: "Gaps"),
    "owners": BilingualText(zh: "责任方清单", en: "Who answers"),
    "duties": BilingualText(zh: "职责清单", en: "Duties"),
    "alignment": BilingualText(zh: "省市对接表", en: "Provincial clusters and the city"),
    "workload": BilingualText(zh: "事项数量表", en: "Workload"),
    "audit": BilingualText(zh: "核查清单", en: "Audit"),
    "stats": BilingualText(zh: "数据统计表", en: "Statistics"),
    "check": BilingualText(zh: "数据检查结果", en: "Faults of the data"),
    "panorama": BilingualText(zh: "产业链清单", en: "The chain"),
    "responsibility": BilingualText(zh: "责任分解表", en: "Responsibilities"),
  ]
}
