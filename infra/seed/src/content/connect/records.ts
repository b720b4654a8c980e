import { crate } from '../crate.ts'

/** Nobody of these exists. */
export const records = crate({
  modular: `
    Vera Oscillograph | Patch From Memory | Patchbay Press
    Normalled | Unpatched | Patchbay Press
    Attenuverter Twins | Plus and Minus Five | Patchbay Press
    Banana Jack Society | Stackable | Modest Voltage
    Low Pass Gate Keeper | Pluck | Modest Voltage
    Slew Rate | Approaching | Patchbay Press
    Wooden Cheeks | Seventy-Two HP | Modest Voltage
    Comparator | Greater Than | Patchbay Press
    Dorothea Krell | Garden With Envelope | Modest Voltage
    Sample & Holly | Random Walk | Modest Voltage
    Ring Modesto | Sum and Difference | Patchbay Press
    Power Supply Hum | Minus Twelve | Modest Voltage
    Clock Divider | Every Third | Patchbay Press
    Feedback Gardener | Pruning | Modest Voltage
    Blind Panel | Reserved for Expansion | Patchbay Press
    Quantizer Jones | Nearest Note | Modest Voltage
    Tape Loop Ferreira | Eleven Seconds | Patchbay Press
    Utility Module | Useful Things | Modest Voltage
  `,
  techno: `
    Sector Nine Laundry | Spin Cycle | Concourse
    Freight Elevator | Basement to Six | Concourse
    Anja Parallax | Two Eyes | Concourse
    Municipal Rhythm Dept. | Permit Pending | Grid Reference
    Third Shift | Overtime | Concourse
    Load Balancer | Round Robin | Grid Reference
    Marquee & Stencil | Paste-Up | Grid Reference
    Kilowatt Hour | Meter Reading | Concourse
    Substation Choir | Three Phase | Grid Reference
    Hex Key | Flat Pack | Concourse
    Turnstile | Swipe Again | Grid Reference
    Dry Dock | Hull | Concourse
    Jackie Voltmeter | Live Wire | Grid Reference
    Cargo Culture | Container | Concourse
    Signal Box | Points Failure | Grid Reference
    Torque Wrench | Newton Metres | Concourse
    Night Depot | Last Tram In | Grid Reference
    Pneumatic Post | Tube | Concourse
    Zinc | Galvanise | Grid Reference
    Rotary Club | Sprocket | Concourse
  `,
  electro: `
    Robot Etiquette | After You | Handheld
    Vector Valdez | Arcade Light | Handheld
    Sixteen Step Sister | Copy Page One | Handheld
    Crosstalk | Party Line | Handheld
    Dial Tone Diner | Hold Music | Sodium Lamp
    Neon Alderman | City Hall | Sodium Lamp
    Micro Celebrity | Four-Bit Fame | Handheld
    Phantom Powered | Forty-Eight | Sodium Lamp
    Sodium & Tan | Street Lamp | Sodium Lamp
    Laser Tag Widow | Recharge | Handheld
    Cathode Ray Vaughn | Raster | Sodium Lamp
    Bit Crush Betty | Eight Is Plenty | Handheld
    Motorway Mannequin | Service Station | Sodium Lamp
    Future Receptionist | Please Wait | Handheld
    Pixel Bailiffs | Repossession | Sodium Lamp
    Automatic Doors | Mind the Gap in Time | Handheld
  `,
  broken: `
    Odd Meter Maid | Seven Eight Parking | Unequal Parts
    Granular Gran | Sugar | Unequal Parts
    Polly Rhythm | Three Over Everything | Unequal Parts
    Skip Sequencer | Missing Step | Unequal Parts
    Buffer Overrun | Spill | Soft Fault
    Ctrl & The Zeds | Undo Undo | Soft Fault
    Race Condition | Who Was First | Soft Fault
    Null Pointer Sisters | Nowhere to Go | Soft Fault
    Latency Choir | Twelve Milliseconds | Unequal Parts
    Recursive Aunt | See Recursive Aunt | Soft Fault
    Euclid’s Drummer | Five in Eight | Unequal Parts
    Live Code Lottie | Line Forty | Soft Fault
    Syntax Era | Unexpected Token | Soft Fault
    Drift Compensation | Almost Together | Unequal Parts
    Checksum | Good Copy | Soft Fault
    Interleave | Odd Rows First | Unequal Parts
  `,
})
