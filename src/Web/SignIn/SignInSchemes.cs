namespace Dashboard.Web.SignIn;

/// <summary>Names of the two authentication schemes.</summary>
public static class SignInSchemes
{
    /// <summary>The server-side session behind the cookie; the default for everything.</summary>
    public const string Session = "session";

    /// <summary>The sign-in provider.</summary>
    public const string Oidc = "oidc";
}

/// <summary>Claims of a signed-in person. Nothing about workspaces or roles: those are read from the membership table each time.</summary>
public static class SignInClaims
{
    /// <summary><see cref="Application.People.Person.Id"/> as a GUID.</summary>
    public const string Person = "person";

    /// <summary><see cref="Application.People.Session.KeyHash"/>.</summary>
    public const string Session = "session";

    public const string Name = "name";

    public const string Email = "email";
}
