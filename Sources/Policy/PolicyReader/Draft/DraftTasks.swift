/// Tells which items of an outline are tasks, which are clusters, and which are only places.
enum DraftTasks {
  /// Headings under which nothing is a task.
  private static let general: [Word] = [
    "指导思想", "基本原则", "总体要求", "总体目标", "发展目标", "工作目标", "主要目标", "适用范围", "附则", "总体思路",
    "发展定位", "基本情况", "工作原则", "名词解释", "其他说明", "施行", "有效期", "目标任务", "发展现状", "发展基础",
    "面临形势", "总则", "愿景",
  ]

  static func nodes(of document: PolicyDocument) -> [DraftNode?] {
    let outline = document.outline
    let stated = Set(document.statements.map(\.item))
    var rows: [Int: DraftNode] = [:]
    for (position, project) in document.projects.enumerated() where project.hasRow {
      rows[project.item] = .project(position)
    }
    for (position, enterprise) in document.enterprises.enumerated() where enterprise.hasRow {
      rows[enterprise.item] = .enterprise(position)
    }
    var hasNumbered = [Bool](repeating: false, count: outline.items.count)
    var hasCluster = [Bool](repeating: false, count: outline.items.count)
    var isGeneral = [Bool](repeating: false, count: outline.items.count)
    /// Whether a row below has a statement of its own.
    var hasStatedRow = [Bool](repeating: false, count: outline.items.count)
    var isAnnex = [Bool](repeating: false, count: outline.items.count)
    for (item, heading) in outline.items.enumerated() {
      guard let parent = heading.parent else { continue }
      let title = Array(heading.title.unicodeScalars)
      if !heading.isLeadIn { hasNumbered[parent] = true }
      if heading.isRow, stated.contains(item), rows[item] == nil { hasStatedRow[parent] = true }
      if document.clusterOfItem[item] != nil { hasCluster[parent] = true }
      isGeneral[item] = isGeneral[parent] || title.containsAny(general)
      isAnnex[item] = isAnnex[parent] || heading.isRoot
    }
    return outline.items.enumerated().map { item, heading in
      if item == 0 { return .document }
      if heading.isRoot { return stated.contains(item) ? .task(item) : nil }
      if let row = rows[item] { return row }
      if let cluster = document.clusterOfItem[item] { return .cluster(cluster) }
      if stated.contains(item) { return hasCluster[item] ? nil : .task(item) }
      if heading.isRow, hasStatedRow[item], !hasCluster[item] { return .task(item) }
      if heading.isLeadIn || isGeneral[item] || isAnnex[item] || hasCluster[item] { return nil }
      let isTop = heading.parent.map { outline.items[$0].isRoot } ?? true
      if isTop, hasNumbered[item] { return nil }
      return .task(item)
    }
  }

  /// The part of the document that a task stands in, as the vocabulary names it.
  static func section(of item: Int, in document: PolicyDocument) -> String {
    let path = document.outline.path(to: item)
    let top = Array((path.first { !$0.isRoot }?.title ?? "").unicodeScalars)
    if top.containsAny(["保障措施", "组织实施", "组织领导", "组织保障", "实施保障"]) { return "保障措施" }
    if top.contains("路径") { return "发展路径" }
    return "重点任务"
  }
}
