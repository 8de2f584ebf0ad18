import ChainPages
import Foundation
import TestSupport

/// What a reader of HTML finds in a page.
struct ReadSite: Decodable {
  struct Link: Decodable {
    let href: String
    let isDownload: Bool
    let node: String?
  }
  struct Row: Decodable {
    let cells: [String]
    let isHidden: Bool
    let node: String?
  }
  struct Script: Decodable {
    let type: String?
    let id: String?
    let src: String?
    let text: String
    let hash: String
  }
  struct Style: Decodable {
    let text: String
    let hash: String
  }
  struct Template: Decodable {
    let page: String?
    let panel: String?
  }
  struct Card: Decodable {
    let number: Int
    let node: String?
    let classes: String
  }

  let language: String
  let title: String
  let headings: [String]
  let tags: [String]
  let attributes: [String]
  let ids: [String]
  let links: [Link]
  let actions: [String]
  let tables: [[Row]]
  /// What can be used and has no name.
  let unnamed: [String]
  let scripts: [Script]
  let styles: [Style]
  let templates: [Template]
  let policies: [String]
  let cards: [Card]
  /// How many links of pictures know their ends.
  let links_drawn: Int
  /// What is not well formed.
  let faults: [String]
  let landmarks: [String]
  /// The words of faults on the page.
  let text: String

  init(_ html: String) throws {
    self = try Python.read(Array(html.utf8), with: "read_site.py")
  }
}
