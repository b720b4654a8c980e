import { crate } from '../crate.ts'

/** Nobody of these exists. */
export const records = crate({
  downtempo: `
    Amara Tidewell | Glass Harbour | Slow Lantern
    Low Meridian | Ninth Evening | Slow Lantern
    Oisín Marl | Peat Smoke | Harbour Light
    Sister Equator | Every Window Blue | Harbour Light
    Paper Moth | Lampblack | Slow Lantern
    Kestrel & Loom | Warp | Weft Recordings
    Dune Cartographer | Contour Line | Weft Recordings
    Half Asleep in Trieste | Ferry Timetable | Harbour Light
    Noor Velázquez-Oyelaran | Apricot | Slow Lantern
    The Quiet Cousins | Parcel for Nobody | Weft Recordings
    Velvet Isobar | High Pressure | Harbour Light
    Marisol Quartz | Salt on the Sill | Slow Lantern
    Long Exposure Club | f/22 | Weft Recordings
    Teal Hours | Interval | Harbour Light
    Anselm Rook | Cloister Step | Weft Recordings
    Wren Ashgrove | Understairs | Slow Lantern
    Camel Night Post | Registered Letter | Harbour Light
    Ilya Thornfield | Barometer Heart | Slow Lantern
    Copper Basin | Steam Over Tea | Weft Recordings
    Mona Lacustrine | Reed Organ, Slowly | Harbour Light
    Pilgrim Hotel | Room With Two Doors | Slow Lantern
    Dusk Inspectorate | Everything in Order | Weft Recordings
  `,
  ambient: `
    Hollow Cartwright | Snow Over Sea | Third Silence
    Polar Almanac | 03:40 | Third Silence
    Elin Stillwater-Roe | Room Tone for Two | Third Silence
    Lichen Choir | Boulder Field | Moss Archive
    The Observatory Wives | Waiting for Clear Sky | Moss Archive
    Ghost Orchard | Frost Pocket | Third Silence
    Tidal Ledger | Neap | Moss Archive
    Alma Cirrus | Nine Thousand Metres | Third Silence
    Fog Signal Station | Two Long, One Short | Moss Archive
    Vesper Field | Hay, Late | Third Silence
    Archive of Breath | Held | Moss Archive
    Sabine Underlake | Thermocline | Third Silence
    Night Reading Room | Green Shade | Moss Archive
    Kiln & Ember | Cooling | Third Silence
    Aurora Substation | Hum, Distant | Moss Archive
    White Heron Pavilion | Shallow Water | Third Silence
    Nimbus Ferrante | Undersides | Moss Archive
    Ode to Insulation | Wool | Third Silence
  `,
  organic: `
    Ensemble Papyrus | Delta Song | Blue Faience
    Zeynep Orchardgate | Quince | Blue Faience
    Caravan Index | Well Number Four | Terracotta Radio
    Tariq Lowland | Oud for Empty Rooms | Blue Faience
    Yara Meltwater | Glacier Lullaby | Terracotta Radio
    The Nile Ferry Band | Crossing at Esna | Blue Faience
    Santoor Machine | Copper Rain | Terracotta Radio
    Ibis & Son | Wading | Blue Faience
    Marigold Frequency | Threshing Floor | Terracotta Radio
    Lotus Eaters Anonymous | Second Helping | Blue Faience
    Salma of the Stairs | Landing | Terracotta Radio
    Date Palm Orchestra | Shade | Blue Faience
    Baobab Telegraph | Slow News | Terracotta Radio
    Kite Market | String | Blue Faience
    Fig Season | Milk | Terracotta Radio
    Clay Bell Consort | Kiln Opening | Blue Faience
    Rosewater Engine | Still | Terracotta Radio
    Sandglass Quartet | The Narrow Part | Blue Faience
  `,
  dub: `
    Deep Cistern | Drip | Undertow Plates
    Harbour Dub Authority | Pilot Boat | Undertow Plates
    Slow Anchor | Chain Locker | Fathom
    Echo Allotment | Rain Barrel | Undertow Plates
    Night Ferry Sound | Car Deck | Fathom
    Marsh Gas Light | Follow | Undertow Plates
    Brother Sediment | Layer Upon Layer | Fathom
    Weir Keeper | Sluice | Undertow Plates
    Salt Cathedral Dub | Nave | Fathom
    Estuary Lamp | Mudflat Walking | Undertow Plates
    Bathysphere | Porthole | Fathom
    Moon Over Canal | Lock Four | Undertow Plates
    Tannin | Oak | Fathom
    Kelp Parade | Sway | Undertow Plates
    Drowned Bell | Hour Unknown | Fathom
    Ballast | Trim | Undertow Plates
  `,
})
