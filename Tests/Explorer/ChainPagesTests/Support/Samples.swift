import Bilingual
import ChainDrawing
import ChainFiles
import ChainModel
import ChainPages
import Foundation
import TestSupport
import Testing

/// The data sets that the tests of this target look at.
enum Samples {
  private static let small = Dataset.load(
    folder: Repository.path + "/Tests/Chain/ChainViewsTests/Fixture"
  )
  private static let huludao = Dataset.load(folder: Repository.ownChains)

  private static let explorers = [small, huludao].map { $0.dataset.map { Explorer($0) } }

  static func tiny() throws -> Explorer {
    try #require(explorers[0], "\(small.diagnostics.map(\.message.en))")
  }

  static func large() throws -> Explorer {
    try #require(explorers[1], "\(huludao.diagnostics.map(\.message.en))")
  }
}

/// Draws nothing, for tests of what stands around a picture.
let blank: PictureDrawing = { _ in
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"></svg>"
}

/// Draws.
let drawn: PictureDrawing = { order in
  String(decoding: try order.picture.render(as: .svg), as: UTF8.self)
}

extension Explorer {
  /// The page at an address, as a reader finds it.
  func read(_ href: String, _ drawing: PictureDrawing = blank) async throws -> ReadSite {
    try ReadSite(await page(at: try PageAddress(href: href), drawing: drawing).html)
  }

  /// The addresses of all views that have something to show and of all homes, as the page of lists names them.
  func pageAddresses(_ language: Language = .zh) async throws -> [PageAddress] {
    let site = try await read("/lists?lang=\(language.rawValue)")
    let listed = site.tables[0].count - 1
    let links = site.links.filter { !$0.isDownload }.map(\.href)
    let addresses = try links.suffix(listed).map { try PageAddress(href: $0) }
    try #require(addresses.count == listed)
    return addresses
  }

  /// The same without homes, which are no views.
  func viewAddresses(_ language: Language = .zh) async throws -> [PageAddress] {
    try await pageAddresses(language).filter { address in
      if case .home = address.place { false } else { true }
    }
  }
}
