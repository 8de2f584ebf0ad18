public import Bilingual
import ChainModel

extension Explorer {
  /// All pages as one file that needs nothing else: pictures, lists, panels, search, downloads.
  ///
  /// - Parameters:
  ///   - language: that of the report.
  ///   - drawing: draws the pictures.
  ///   - progress: told before each page: how many are done, how many there are, and its title.
  /// - Throws: What `progress` throws, so that a wish to stop is heard.
  public func report(
    language: Language,
    drawing: PictureDrawing,
    progress: (Int, Int, String) throws -> Void = { _, _, _ in }
  ) async throws -> String {
    ""
  }
}
