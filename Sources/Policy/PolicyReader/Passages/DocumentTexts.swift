import Bilingual
import ChainFiles
package import ChainModel
package import Diagnostics
package import GraphKernel
import YAML

import Foundation

/// The texts of documents that a data set keeps in its folder, for citations to open their sentences.
///
/// A data set without them works as any other; a file that is named and cannot be read is a fault that is told.
package struct DocumentTexts: Sendable {
  /// No texts.
  package static let none = DocumentTexts()

  /// By the identities of documents, which are the same in every part of a data set.
  private var passages: [String: PolicyPassages] = [:]
  private var texts: [String: String] = [:]
  /// A warning for each text that is named and not there, in the order of the documents.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The largest text that is read.
  private static let mostBytes = 16 << 20
  private static let attribute = AttributeName("text")

  private init() {}

  /// The texts of the documents of `dataset`, whose folder is `folder`.
  ///
  /// - Complexity: O(*n*) over the texts.
  package init(of dataset: Dataset, in folder: String) {
    let graph = dataset.graph
    var read: [String: (text: String, passages: PolicyPassages)] = [:]
    // A snapshot or a workbook has no texts beside it.
    guard YAMLFile.type(of: folder) == .typeDirectory else { return }
    for document in graph.nodes(of: .document) {
      guard case .text(let path) = graph.attribute(Self.attribute, of: document) else { continue }
      let file = folder + "/" + path
      guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
        !FolderLinks.lead(outOf: folder, file)
      else {
        diagnostics.append(.outsideText(path, of: graph.name(of: document)))
        continue
      }
      let kept: (text: String, passages: PolicyPassages)
      if let known = read[path] {
        kept = known
      } else if let text = Self.text(of: file) {
        kept = (text, PolicyPassages(text: text))
        read[path] = kept
      } else {
        diagnostics.append(.missingText(path, of: graph.name(of: document)))
        continue
      }
      texts[graph.id(of: document)] = kept.text
      passages[graph.id(of: document)] = kept.passages
    }
  }

  /// The text of a file of no more than the largest size; `nil` for any other.
  private static func text(of file: String) -> String? {
    // A pipe or a device would be read for ever.
    guard YAMLFile.type(of: file) == .typeRegular,
      let handle = FileHandle(forReadingAtPath: file),
      let data = try? handle.read(upToCount: mostBytes + 1), data.count <= mostBytes
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Whether no text is kept.
  package var isEmpty: Bool { passages.isEmpty }

  /// The names of the documents whose texts are kept.
  package func names(in graph: ChainGraph) -> [String] {
    graph.nodes(of: .document).filter { texts[graph.id(of: $0)] != nil }.map { graph.name(of: $0) }
  }

  /// The texts of the documents that are called `title`, years and numbers left out; of one alone, whatever it is
  /// called.
  package func documents(called title: String, in graph: ChainGraph) -> [String] {
    guard texts.count > 1 else { return Array(texts.values) }
    func plain(_ name: String) -> String { PolicyScore.plain(name).filter { !$0.isNumber } }
    return graph.nodes(of: .document).filter { plain(graph.name(of: $0)) == plain(title) }
      .compactMap { texts[graph.id(of: $0)] }
  }

  /// The lines of the text that a fact is cited from; none where the text is not kept.
  ///
  /// - Parameter graph: The graph that the origin is of, whole or a part.
  package func lines(of origin: Origin, in graph: ChainGraph) -> [PolicyPassages.Line] {
    origin.document.flatMap { passages[graph.id(of: $0)]?.lines(at: origin.place) } ?? []
  }

  /// The sources of what is said of a node, its own first, each place once and only those whose lines are kept.
  package func origins(around node: NodeIndex, in graph: ChainGraph) -> [Origin] {
    let around = graph.ontology.relations.flatMap { definition in
      [RelationDefinition.End.source, .target].flatMap { end in
        graph.relations(of: node, at: end, definition.kind).map(\.origin)
      }
    }
    var seen: Set<[String]> = []
    return ([graph.origin(of: node)] + around).filter { origin in
      let place = [origin.document.map { graph.id(of: $0) } ?? "", origin.place]
      return !lines(of: origin, in: graph).isEmpty && seen.insert(place).inserted
    }
  }
}

extension Diagnostic {
  fileprivate static func outsideText(_ path: String, of document: String) -> Self {
    Diagnostic(
      .warning,
      code: "outside-text",
      message: BilingualText(
        zh: "“\(document)”的原文 \(path) 不在数据集的文件夹里，没有读",
        en:
          "the text \(path) of '\(document)' lies outside of the data set's folder, and was not read"
      ),
      help: BilingualText(
        zh: "把文本放进数据集的文件夹，text 写相对路径，如 documents/意见.txt",
        en:
          "put the text into the data set's folder and write its path from there, as documents/opinion.txt"
      ),
      at: nil
    )
  }

  fileprivate static func missingText(_ path: String, of document: String) -> Self {
    Diagnostic(
      .warning,
      code: "missing-text",
      message: BilingualText(
        zh: "“\(document)”的原文 \(path) 不在，或不是 16 MB 以内的文件，出处打不开原文",
        en:
          "the text \(path) of '\(document)' is not there, or no file of up to 16 MB; citations open no sentence"
      ),
      help: BilingualText(
        zh: "把文本放回，或删去 text",
        en: "put the text back, or remove text"
      ),
      at: nil
    )
  }
}
