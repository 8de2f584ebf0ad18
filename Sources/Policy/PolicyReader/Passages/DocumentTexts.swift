import Bilingual
import ChainFiles
package import ChainModel
package import Diagnostics
import GraphKernel
import YAML

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The texts of documents that a data set keeps in its folder, for citations to open their sentences.
///
/// A data set without them works as any other; a file that is named and cannot be read is a fault that is told.
package struct DocumentTexts: Sendable {
  /// No texts.
  package static let none = DocumentTexts()

  private var passages: [NodeIndex: PolicyPassages] = [:]
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
      guard YAMLFile.type(of: file) == .typeRegular,
        let attributes = try? FileManager.default.attributesOfItem(atPath: file),
        (attributes[.size] as? UInt64).map({ $0 <= UInt64(Self.mostBytes) }) == true,
        let data = FileManager.default.contents(atPath: file)
      else {
        diagnostics.append(.missingText(path, of: graph.name(of: document)))
        continue
      }
      passages[document] = PolicyPassages(text: String(decoding: data, as: UTF8.self))
    }
  }

  /// Whether no text is kept.
  package var isEmpty: Bool { passages.isEmpty }

  /// The lines of the text that a fact is cited from; none where the text is not kept.
  package func lines(of origin: Origin) -> [PolicyPassages.Line] {
    origin.document.flatMap { passages[$0]?.lines(at: origin.place) } ?? []
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
