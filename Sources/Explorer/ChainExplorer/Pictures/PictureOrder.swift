internal import ChainDrawing

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A picture to be drawn, as it travels to another process.
struct PictureOrder: Sendable, Codable, Equatable {
  let picture: Picture
  let theme: Theme
  let format: PictureFormat

  /// The order as bytes: the same for the same order, so that they name what comes of it.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return Array(try encoder.encode(self))
  }

  init(_ picture: Picture, theme: Theme, as format: PictureFormat) {
    self.picture = picture
    self.theme = theme
    self.format = format
  }

  init(decoding bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(bytes))
  }
}

/// Draws the picture of one order and is gone: Graphviz can hang, abort and leak, and takes only this
/// process with it.
public enum PictureChild {
  /// Why nothing was drawn.
  public struct Failure: Error, Sendable {
    /// The reason, for a log.
    public let reason: String
  }

  /// Draws what `order` asks for.
  public static func draw(_ order: [UInt8]) throws(Failure) -> [UInt8] {
    do {
      let order = try PictureOrder(decoding: order)
      return try order.picture.render(as: order.format, theme: order.theme)
    } catch {
      throw Failure(reason: String(describing: error))
    }
  }
}
