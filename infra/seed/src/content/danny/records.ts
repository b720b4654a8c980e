import { crate } from '../crate.ts'

/** Nobody of these exists. */
export const records = crate({
  garage: `
    Nine Elms Sparkle | Doorbell | Buzzer Records
    Kellz & Marguerite | Shuffle Me Home | Buzzer Records
    Tottenham Velour | Champagne Condensation | Low Ceiling
    DJ Fridge Magnet | Ring Ring (Who's That) | Top Deck Audio
    Miss Ordinary | Two Sugars | Low Ceiling
    Peckham Silk Route | Alright Then | Night Bus Recordings
    The Estate Agents | Viewing By Appointment | Top Deck Audio
    Yolanda Thirst | Call Me on the Landline | Buzzer Records
    Marlo Skips | Sweet Like Squash | Night Bus Recordings
    Cortina Ghia | Wheel Trims | Low Ceiling
    Bounce Committee | Second Item on the Agenda | Top Deck Audio
    Lady Ampersand | And Another Thing | Buzzer Records
    Croydon Flyover | Lay-By Love | Night Bus Recordings
    Ravi Doubletime | Skip to My Loop | Low Ceiling
    Ten Pound Note | Paper Chaser | Top Deck Audio
    Suki Offbeat | Left My Heart on the 176 | Night Bus Recordings
    Wet Leather Sofa | Bubble Wrap | Buzzer Records
    Captain Swing | Feather Boa | Low Ceiling
    Dagenham Idol | Karaoke Licence | Top Deck Audio
    Fold & Crease | Iron My Shirt | Buzzer Records
    Nite Kitchen | Extractor | Low Ceiling
    Tasha Four-Four | Come Correct | Night Bus Recordings
  `,
  jungle: `
    Concrete Parrot | Canopy | Wet Foliage
    Amen Corner Shop | Bag for Life | Wet Foliage
    Dubplate Dennis | Hold the Line, Caller | Roller Shutter
    Serpentine Sound | Under the Leaves | Ferox Audio
    Ras Commuter | Babylon Season Ticket | Roller Shutter
    Blue Lias | Cliff Fall | Ferox Audio
    Ninetysix Percent | Humidity | Wet Foliage
    Machete Choir | Forest Hill | Ferox Audio
    The Undergrowth | Root and Branch | Wet Foliage
    Soundboy Actuary | Calculated Risk | Roller Shutter
    Tessellate | Chop Chop | Ferox Audio
    Hackney Marsh Gas | Will-o'-the-Wisp | Wet Foliage
    Lion Cub Hi-Fi | Long Time | Roller Shutter
    Vine Street | Strangler Fig | Ferox Audio
    Selecta Ombudsman | Complaint Upheld | Roller Shutter
    Panther & Plaster | Stripes | Wet Foliage
    Kilburn Orchid | Night Bloom | Ferox Audio
    Rudeboy Botanist | Specimen | Wet Foliage
    Double Yellow | No Waiting At Any Time | Roller Shutter
    Tropic of Catford | Monsoon Warning | Ferox Audio
  `,
  house: `
    Saint Etheldreda | Vestry | Sunday Supplement
    Mother Goods | Kneel on the Beat | Sunday Supplement
    Harlesden Soul Provision | Bring a Dish | Tin Roof
    Oil Drum Palace | Steel | Tin Roof
    Velvet Bailiff | Taking Everything | Sunday Supplement
    Jacinta Gold | The Way You Left the Light On | Fourth Wall
    Warehouse Manager | Loading Bay Seven | Tin Roof
    Pastor Nightwork | Ministry of Transport | Fourth Wall
    Sylvan Road | Organ Donor Card | Sunday Supplement
    Choir Practice | Descant Dub | Fourth Wall
    Uncle Frequency | Keep It In the Family | Tin Roof
    Morning After | Curtains | Sunday Supplement
    Esme & The Transformer | Step Down | Fourth Wall
    Chapel Market | Five for a Pound | Tin Roof
    Brixton Harvest | Marrow | Sunday Supplement
    Lounge Suit | Pinstripe | Fourth Wall
    Pirate Frequency 9 | Aerial | Tin Roof
    Doreen Deep | Immersion Heater | Sunday Supplement
    Rhodes to Nowhere | Roundabout | Fourth Wall
    Gloria Mundy | Sick Transit | Tin Roof
  `,
  bass: `
    Subsidence | Party Wall Act | Load Bearing
    Grey Heron | Canal Depth | Load Bearing
    Thames Barrier | Raise the Gates | Sump
    Nocturnal Plumber | Pressure Drop | Sump
    Tar & Feather | Slow Set | Load Bearing
    Sleepwalk Authority | Dark Kerb | Night Shift Plates
    Iron Lung Division | Breathe Out | Sump
    Meridian Dub Unit | Zero Degrees | Night Shift Plates
    Low Orbit Kevin | Geostationary | Load Bearing
    Undertow | Foot of the Stairs | Night Shift Plates
    Crane Operator | Jib | Sump
    Basalt | Columns | Load Bearing
    Cold Store | Minus Eighteen | Night Shift Plates
    Heavy Plant Crossing | Reversing | Sump
    Anvil Chorus Line | Strike | Load Bearing
    Deptford Creek Choir | Slack Water | Night Shift Plates
    Furnace Attendant | Bank the Fire | Sump
    Weighbridge | Gross | Load Bearing
  `,
})
