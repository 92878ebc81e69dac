/// The HTML elements that the reader treats in a way of their own; any other is `unknown` and counts as inline.
enum Tag: String, Sendable {
  case text, unknown, root
  case html, head, title, meta, link, base, style, script, noscript, template, body
  case div, p, center, blockquote, pre, hr, br, wbr, address, fieldset, form, legend, figure, figcaption
  case article, section, main, header, footer, nav, aside, details, summary, dialog, hgroup
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd, dir, menu
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, b, strong, i, em, u, s, strike, del, font, span, sub, sup, small, big, label, ruby, rt, rp
  case img, object, embed, applet, iframe, frame, frameset, video, audio, canvas, svg, map, area, math, marquee
  case input, button, select, option, optgroup, textarea

  /// Whether the element begins and ends a paragraph.
  var isBlock: Bool {
    switch self {
    case .root, .html, .body, .div, .p, .center, .blockquote, .pre, .hr, .address, .fieldset, .form, .legend,
      .figure, .figcaption, .article, .section, .main, .header, .footer, .nav, .aside, .details, .summary,
      .dialog, .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .dir, .menu, .table,
      .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .frameset, .marquee, .select, .optgroup, .option:
      true
    default:
      false
    }
  }

  /// The level of `h1` to `h6`; absent for every other element.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element is a piece of a table.
  var isTablePart: Bool {
    switch self {
    case .thead, .tbody, .tfoot, .tr, .td, .th, .col, .colgroup, .caption: true
    default: false
    }
  }

  /// Whether the element shows something of its own making, which in a cell may be a figure.
  var mayShowFigure: Bool { self == .textarea || self == .select || self == .svg }

  /// Whether the element shows something that is not read as text.
  var mayShowUnread: Bool {
    switch self {
    case .script, .noscript, .textarea, .select, .button, .object, .applet, .embed, .iframe, .canvas, .svg: true
    default: false
    }
  }

  /// Whether the element's content is never shown as text of the page.
  var isNeverShown: Bool {
    switch self {
    case .head, .title, .meta, .link, .base, .style, .script, .noscript, .template, .textarea, .select, .option,
      .optgroup, .button, .object, .applet, .iframe, .video, .audio, .canvas, .svg, .map, .rp, .rt:
      true
    default:
      false
    }
  }
}

extension Tag {
  /// The element of a name as libxml2 spells it. SVG has elements called `text`, and a page may have some called `root`: they are as
  /// unknown as any other.
  init(name: String) {
    let known = Tag(rawValue: name) ?? .unknown
    self = known == .text || known == .root ? .unknown : known
  }
}

/// The attributes that the reader looks at; all others are dropped while parsing.
enum AttributeName: String, Sendable {
  case `class`, id, style, hidden, type, name, content, value, role
  case href, src, alt, title, width, height, align, border
  case colspan, rowspan
  case readonly, disabled, selected, data
  case httpEquiv = "http-equiv"
  case pubdate, datetime
  /// Where scripts that load pictures late keep the address.
  case dataSource = "data-src"
  case dataOriginal = "data-original"
  case lazySource = "data-lazy-src"
  case oldSource = "oldsrc"
  case underscoredSource = "_src"
  case original
}
