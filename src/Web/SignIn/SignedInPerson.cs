using System.Security.Claims;
using Dashboard.Application.People;

namespace Dashboard.Web.SignIn;

/// <summary>Between a person's row and the principal a request runs under.</summary>
public static class SignedInPerson
{
    public static ClaimsPrincipal Principal(Person person)
    {
        var identity = new ClaimsIdentity("tasklane", SignInClaims.Name, roleType: null);
        identity.AddClaim(new Claim(SignInClaims.Person, person.Id.ToString()));
        identity.AddClaim(new Claim(SignInClaims.Name, person.Name));
        if (person.Email is { } email)
        {
            identity.AddClaim(new Claim(SignInClaims.Email, email));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Null when nobody is signed in.</summary>
    public static Guid? PersonId(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirst(SignInClaims.Person)?.Value, out var id) ? id : null;

    public static string? SessionHash(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true ? principal.FindFirst(SignInClaims.Session)?.Value : null;
}
