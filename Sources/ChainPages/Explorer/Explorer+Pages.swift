public import Bilingual
import ChainModel
public import ChainViews

extension Explorer {
  /// The page at `address`; a fault becomes a page too, in the same dress. A picture that cannot be
  /// drawn is told in its place, and the lists stay.
  ///
  /// - Parameter drawing: draws the pictures; it may be called several times at once.
  public func page(at address: PageAddress, drawing: PictureDrawing) async -> Page {
    Page(status: 200, html: "", isWhole: true)
  }

  /// The page that tells a fault; `address` is what could be read of the address that was asked for.
  public func page(
    for fault: PageFault,
    at address: PageAddress = PageAddress(.overview)
  ) -> Page {
    Page(status: fault.status, html: fault.message[language(at: address)], isWhole: true)
  }

  /// The view that the page at `address` shows, its list cut down to what the switches show: what a
  /// download of the list holds. The overview's page shows ``ViewName/overview``, a node's
  /// ``ViewName/neighborhood``.
  ///
  /// - Throws: A fault of status 404 for names that mean nothing and pages without a view, 400 for
  ///   words that the view does not know.
  public func view(at address: PageAddress) throws(PageFault) -> ChainView {
    throw .unknownPage(address.href)
  }

  /// The words that ask for the view at `address`, with every name an identity; `nil` where a page
  /// has no view.
  public func words(at address: PageAddress) -> ViewWords? {
    switch address.place {
    case .overview: ViewWords(ViewName.overview.rawValue)
    case .view(let words): words
    case .node(let id): ViewWords(ViewName.neighborhood.rawValue, of: [id])
    case .panel, .search, .suggestions, .lists: nil
    }
  }
}
