import Bilingual
import ChainFiles
import YAML

/// A document's facts as a folder of data that `liantu check` accepts, with a list of what a person
/// must look at.
public struct PolicyDraft: Sendable {
  /// The files by name, in the order in which a person would read them.
  public let files: [(name: String, text: String)]

  /// The draft of `document`.
  ///
  /// - Parameters:
  ///   - document: What was read.
  ///   - path: How the review names the file that was read.
  public init(of document: PolicyDocument, path: String) {
    var writer = DraftWriter(document)
    files = writer.files(path: path)
  }
}

/// What a draft's item becomes.
enum DraftNode: Hashable {
  case document
  case cluster(Int)
  case task(Int)
}

/// Writes the files of a draft.
struct DraftWriter {
  let document: PolicyDocument
  var names = DraftNames()
  let title: String
  /// What each item of the outline is in the draft; `nil` for a heading that is only a place.
  private(set) var nodes: [DraftNode?]
  /// The names of the items that are tasks.
  private(set) var taskNames: [Int: String] = [:]
  private(set) var clusterNames: [String] = []
  private(set) var unitNames: [String: String] = [:]
  /// Units of measure that the vocabulary does not have.
  var moreUnits: Set<String> = []

  init(_ document: PolicyDocument) {
    self.document = document
    title = document.head.title.isEmpty ? "政策文件" : document.head.title
    nodes = DraftTasks.nodes(of: document)
    _ = names.take([title], of: "document")
    for cluster in document.clusters {
      clusterNames.append(names.take([cluster.name], of: "cluster"))
    }
    for name in Self.unitOrder(document) {
      unitNames[name] = names.take([name], of: "department")
    }
    for (item, node) in nodes.enumerated() {
      guard case .task = node else { continue }
      let heading = document.outline.items[item]
      let parent = heading.parent.map { document.outline.items[$0].title } ?? ""
      let title = heading.title.isEmpty ? heading.place : heading.title
      taskNames[item] = names.take(
        [title, parent.isEmpty ? "" : "\(title)(\(parent))", "\(title)(\(heading.place))"],
        of: "task"
      )
    }
  }

  private static func unitOrder(_ document: PolicyDocument) -> [String] {
    var seen: Set<String> = []
    return document.statements.flatMap(\.parties).map(\.name).filter { seen.insert($0).inserted }
  }

  mutating func files(path: String) -> [(name: String, text: String)] {
    // Whoever answers is named before what they answer for; each step claims its names.
    let kinds = [
      ("departments.yaml", "文中的部门和集合", "department", departments()),
      ("leaders.yaml", "文中的领导", "leader", leaders()),
      ("clusters.yaml", "产业集群和产业链", "cluster", clusters()),
      ("tasks.yaml", "任务及其责任分工", "task", tasks()),
      ("targets.yaml", "目标", "target", targets()),
      ("enterprises.yaml", "企业", "enterprise", enterprises()),
      ("projects.yaml", "项目", "project", projects()),
      ("parks.yaml", "园区", "park", parks()),
    ]
    var files = [("dataset.yaml", manifest()), ("documents.yaml", documents())]
    for (name, comment, kind, entries) in kinds where !entries.isEmpty {
      files.append((name, YAMLText.file(comment, [(kind, entries)])))
    }
    if !moreUnits.isEmpty { files.append(("ontology.yaml", DraftUnits.ontology(moreUnits))) }
    let review = ReviewList(document, path: path)
    files.append(("review.md", review.markdown))
    files.append(("review.csv", review.csv))
    return files
  }

  private func manifest() -> String {
    let date = document.head.date ?? document.head.year ?? DocumentHead.unknownYear
    return "# 由文件生成的草稿：逐条核对 review.md 后再使用。\n"
      + DatasetWriter.manifest(
        title: BilingualText(same: title + "(草稿)"),
        jurisdiction: document.head.jurisdiction ?? "待填",
        language: .zh,
        date: date,
        documents: YAMLText.list([YAMLText.scalar(title)])
      )
  }

  private func documents() -> String {
    var entry = YAMLEntry(name: title)
    entry.add("source", "序言")
    entry.add("issuer", document.head.issuer)
    entry.add("number", document.head.number)
    entry.add("date", document.head.date)
    addParties(to: &entry, of: document.statements.filter { $0.item == 0 }, at: "序言")
    return YAMLText.file("文件", [("document", [entry])])
  }

  // MARK: Containers

  /// The nearest task or cluster at or above an item, else the document.
  func container(of item: Int) -> String {
    var next: Int? = item
    while let position = next {
      switch nodes[position] {
      case .cluster(let cluster):
        return names.reference(to: clusterNames[cluster], of: "cluster")
      case .task:
        return names.reference(to: taskNames[position] ?? title, of: "task")
      default: break
      }
      next = document.outline.items[position].parent
    }
    return names.reference(to: title, of: "document")
  }

  /// The cluster at or above an item.
  func cluster(of item: Int) -> String? {
    var next: Int? = item
    while let position = next {
      if case .cluster(let cluster) = nodes[position] {
        return names.reference(to: clusterNames[cluster], of: "cluster")
      }
      next = document.outline.items[position].parent
    }
    return nil
  }

  /// A place as a source: that of the document itself is its preamble.
  func source(_ place: String) -> String { place.isEmpty ? "序言" : place }
}
