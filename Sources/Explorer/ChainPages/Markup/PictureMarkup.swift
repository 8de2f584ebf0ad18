import XML

/// Turns the SVG of a drawing into a part of a page.
///
/// Ids and fonts go: a page may hold several drawings, and the style sheet knows the fonts. A card
/// says which node it stands for, a link between which cards it runs, so that a script can follow
/// the flow. What is taken over of texts and values is escaped anew.
struct PictureMarkup {
  /// What a page knows of a card.
  struct CardFacts {
    /// The name under which a script finds the node.
    let mark: String
    /// Where a click leads.
    let href: String
    /// What switches go by: kind, stage, verdict, basis.
    let tokens: String
    /// Whether the switches hide it.
    let isOff: Bool
    /// Whether it is chosen.
    let isChosen: Bool
  }

  /// What a page knows of a link.
  struct LinkFacts {
    /// The number of the card that it leaves.
    let from: Int
    /// The number of the card that it enters.
    let to: Int
    /// Whether it rests on general knowledge.
    let isGeneral: Bool
  }

  /// What the picture shows, for those who do not see it.
  let label: String
  /// The numbers of the cards, by the names that the SVG gives them.
  let cards: [String: Int]
  /// The two ends of each link, by the name that the SVG gives it.
  let links: [String: LinkFacts]
  /// What is known of a card by its number.
  let facts: (Int) -> CardFacts?

  /// The markup; `nil` when the text is no SVG.
  func markup(of svg: String) -> Markup? {
    var writer = Writer(picture: self)
    var reader = XMLReader(Array(svg.utf8), takesNamedType: true)
    do throws(XMLFault) {
      while let event = try reader.next() { writer.take(event) }
    } catch {
      return nil
    }
    return writer.isComplete ? Markup(html: writer.html) : nil
  }
}
