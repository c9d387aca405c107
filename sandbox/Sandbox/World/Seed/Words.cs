namespace Dashboard.Sandbox.World.Seed;

/// <summary>Invented names only: no company or person here is meant to exist.</summary>
public static class Words
{
    public static readonly string[] FirstNames =
    [
        "Brian", "Amara", "Chloe", "Dmitri", "Elena", "Farid", "Greta", "Hiro", "Ingrid", "Jamal", "Keiko", "Liam", "Mei", "Nadia", "Oscar", "Paloma", "Quentin", "Rosa", "Sanjay",
        "Tamsin", "Ulrich", "Vera", "Wendell", "Ximena", "Yusuf", "Zoe", "Anders", "Bianca", "Callum", "Devika", "Emeka", "Fiona", "Gustavo", "Hannah", "Ivo", "Jocelyn", "Kofi",
        "Leila", "Marek", "Noor", "Orla", "Pavel", "Renata", "Silas", "Thandi", "Uma", "Viktor", "Willa", "Yara", "Zane",
    ];

    public static readonly string[] LastNames =
    [
        "Abernathy", "Bakshi", "Castellane", "Drummond", "Eriksen", "Fontaine", "Galloway", "Hartmann", "Ibarra", "Jankowski", "Kettering", "Lindholm", "Marchetti", "Nakamura", "Oyelaran",
        "Pemberton", "Quispe", "Rasmussen", "Sokolov", "Takahara", "Underhill", "Vasquez", "Winslow", "Yamashiro", "Zielinski", "Ashcombe", "Bellweather", "Carmody", "Delacroix",
        "Easterling", "Fairbanks", "Grimaldi", "Holloway", "Ivanova", "Jessop", "Kalinin", "Larkspur", "Mbeki-Stone", "Norwood", "Okonjo",
    ];

    public static readonly string[] CompanyFirst =
    [
        "Helio", "Bramble", "Copperleaf", "Driftwood", "Emberline", "Fernhollow", "Graystone", "Harborlight", "Ironbark", "Juniper", "Kestrel", "Lanternfield", "Meridian Oak", "Northgate",
        "Opaline", "Pinecrest", "Quillstone", "Riverbend", "Saltmarsh", "Thistledown", "Umberland", "Verdant", "Willowmere", "Yellowfin", "Zephyr Hill", "Alderbrook", "Bluewater",
    ];

    public static readonly string[] CompanySecond =
    [
        "Freight", "Dental Group", "Analytics", "Foods", "Robotics", "Textiles", "Logistics", "Energy", "Architects", "Insurance", "Coffee Roasters", "Marine", "Software", "Clinics",
        "Aerospace", "Printing", "Hotels", "Legal", "Farms", "Outdoor",
    ];

    public static readonly string[] Industries = ["LOGISTICS", "HEALTH", "SOFTWARE", "FOOD", "MANUFACTURING", "ENERGY", "HOSPITALITY", "INSURANCE"];

    public static readonly string[] Cities = ["Bristol", "Lyon", "Porto", "Gdansk", "Leeds", "Turin", "Malmo", "Ghent", "Graz", "Cork"];

    public static readonly string[] Titles = ["Head of Operations", "Procurement Lead", "CFO", "Office Manager", "VP Sales", "IT Director", "Founder", "Legal Counsel", "Buyer"];

    public static readonly string[] Products = ["renewal", "annual plan", "pilot", "platform upgrade", "onboarding package", "support contract", "fleet rollout", "training days", "expansion"];

    public static readonly string[] TicketSubjects =
    [
        "Invoice shows the wrong VAT number", "Cannot export the March report", "Two users see each other's drafts", "Request: single sign-on", "Import stopped at row 4,112",
        "Mobile app logs out every hour", "Wrong delivery address on order", "Question about data retention",
    ];

    /// <summary>Right-to-left and emoji names that a screen must survive.</summary>
    public static readonly (string First, string Last)[] UnusualPeople =
    [
        ("ليلى", "المنصوري"), ("יעל", "ברקוביץ׳"), ("🦊 Robin", "Foxworth 🌿"), ("عبد الرحمن", "بن يوسف الحداد"), ("Zoë-Anaïs", "d’Aubergé–Łukasik"), ("李", "小龍"), ("👩‍🚀", "Åström"), ("O'Brian", "<b>Bold</b> & Sons"),
    ];

    public static readonly string[] UnusualCompanies =
    [
        "شركة الواحة للتجارة الدولية", "גלי הצפון בע״מ", "🍋 Lemon & Thyme 🍋", "Ampersand & <Angle> Brackets \"Quoted\" GmbH",
        "The Very Long Established International Consortium of Independent Warehousing, Refrigerated Transport, Customs Brokerage and Last-Mile Delivery Partners of the Greater North-Western Estuary Region Ltd & Co.",
    ];
}
