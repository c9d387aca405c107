namespace Dashboard.Application.Board;

/// <summary>Names of what the product itself groups by; everything else is named by the portal.</summary>
public static class BoardWords
{
    public static string NameOf(DueBucket bucket) => bucket switch
    {
        DueBucket.Overdue => "Overdue",
        DueBucket.Today => "Today",
        DueBucket.Tomorrow => "Tomorrow",
        DueBucket.ThisWeek => "This week",
        DueBucket.NextWeek => "Next week",
        DueBucket.Later => "Later",
        _ => "No date",
    };
}
