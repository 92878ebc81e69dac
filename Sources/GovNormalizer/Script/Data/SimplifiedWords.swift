// What the target simplified does beyond OpenCC's t2s.
//
// Source: simplified-words.txt of this project; the entries with the condition s: OpenCC's TSCharacters (Apache-2.0)
// and the property kTGH of Unihan (Unicode licence).
// Made by Scripts/script/build-tables; the format is that of ConversionTable. Do not edit.

let simplifiedWords: StaticString = #"""
乾	乾	s
剋	剋	s
吒	吒	s
夥	夥	s
徵	徵	s
於	於	s
昇	昇	s
氾	氾	s
爇	爇	s
甦	甦	s
甯	甯	s
看著	看着
祕	祕	s
脩	脩	s
苧	苧	s
蒐	蒐	s
薳	薳	s
薹	薹	s
釐	釐	s
陞	陞	s
麽	麽	s

"""#
