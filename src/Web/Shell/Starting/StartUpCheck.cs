namespace Dashboard.Web.Shell.Starting;

/// <summary>
/// Adds the product's parts, each of which refuses settings that are missing or unsafe, and says all refusals at once: nobody wants to
/// learn them one start at a time.
/// </summary>
internal static class StartUpCheck
{
    /// <exception cref="InvalidOperationException">One line for each setting to mend.</exception>
    public static void Require(params IEnumerable<Action> parts)
    {
        var mistakes = parts.SelectMany(Try).Distinct().ToList();
        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, ["Tasklane does not start:", .. mistakes.Select(mistake => $"- {mistake}")]));
        }
    }

    /// <summary>What belongs to no other part.</summary>
    public static void RefuseSandbox(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration.GetValue("Sandbox:Enabled", false) && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "Sandbox:Enabled is set: the sandbox lets anybody sign in as anybody. Remove it, or set ASPNETCORE_ENVIRONMENT=Development for a demo.");
        }
    }

    private static string[] Try(Action part)
    {
        try
        {
            part();
            return [];
        }
        catch (InvalidOperationException wrong) when (Refusal.IsOfSettings(wrong))
        {
            return wrong.Message.Split(Environment.NewLine);
        }
    }
}
