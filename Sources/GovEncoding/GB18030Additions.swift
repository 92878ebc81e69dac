// Source: GB 18030-2000 and GB 18030-2005, as Python's codec `gb18030` and the WHATWG index of gb18030 have them; checked
// by Scripts/encoding-tables. Assignments of characters to codes are facts, free of copyright.

extension GB18030 {
  /// What the edition of 2000 put into pairs that code page 936 leaves empty: code and scalar.
  static let additions2000: [(code: UInt16, scalar: UInt16)] = {
    var additions: [(code: UInt16, scalar: UInt16)] = [(0xA2E3, 0x20AC), (0xA8BF, 0x01F9), (0xA989, 0x303E)]
    for offset in UInt16(0)..<12 { additions.append((0xA98A + offset, 0x2FF0 + offset)) }
    let trails = (UInt16(0xFE50)...0xFEA0).filter { $0 != 0xFE7F }
    for (code, scalar) in zip(trails, CodeTable.scalars(of: rowFE, count: trails.count)) where scalar != 0 {
      additions.append((code, UInt16(truncatingIfNeeded: scalar)))
    }
    return additions
  }()

  /// What later editions changed, and A3A0, which pages use for an ideographic space.
  static let additions2005: [(code: UInt16, scalar: UInt16)] = [
    (0xA3A0, 0x3000), (0xA6D9, 0xFE10), (0xA6DA, 0xFE12), (0xA6DB, 0xFE11), (0xA6DC, 0xFE13),
    (0xA6DD, 0xFE14), (0xA6DE, 0xFE15), (0xA6DF, 0xFE16), (0xA6EC, 0xFE17), (0xA6ED, 0xFE18),
    (0xA6F3, 0xFE19), (0xA8BC, 0x1E3F), (0xFE59, 0x9FB4), (0xFE61, 0x9FB5), (0xFE66, 0x9FB6),
    (0xFE67, 0x9FB7), (0xFE6D, 0x9FB8), (0xFE7E, 0x9FB9), (0xFE90, 0x9FBA), (0xFEA0, 0x9FBB),
  ]

  /// FE50–FEA0 without FE7F, a full stop where the edition of 2000 has no character.
  private static let rowFE: StaticString = """
    ⺁...⺄㑳㑇⺈⺋.㖞㘚㘎⺌⺗㥮㤘.㧏㧟㩳㧐..㭎㱮㳠⺧..⺪䁖䅟⺮䌷⺳⺶⺷.䎱䎬⺻䏝䓖䙡䙌.䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶..䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮.
    """
}
