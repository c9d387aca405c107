namespace Dashboard.Web.Shell.Starting;

/// <summary>Refuses to start in production with what is only fit for a demo. Each part checks its own settings; this checks what belongs to none.</summary>
internal static class StartUpCheck
{
    public static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        var mistakes = new List<string>();
        if (configuration.GetValue("Sandbox:Enabled", false))
        {
            mistakes.Add("Sandbox:Enabled is set: the sandbox lets anybody sign in as anybody. Remove it, or set ASPNETCORE_ENVIRONMENT=Development for a demo.");
        }

        if (configuration["PublicOrigin"] is not { } origin || !Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            mistakes.Add("PublicOrigin must be the https address people open, such as https://tasklane.example.com.");
        }

        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, ["Tasklane does not start:", .. mistakes]));
        }
    }
}
